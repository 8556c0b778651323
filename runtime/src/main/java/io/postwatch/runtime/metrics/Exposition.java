// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.metrics;

import ch.qos.logback.classic.LoggerContext;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** All metrics of the process in Prometheus's text format, those of JVM and log included. */
public final class Exposition implements AutoCloseable {
  /** Media type of {@link #text}. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<MeterBinder> binders = new ArrayList<>();

  /** Counts from now on; what was counted before is not known. */
  public Exposition() {
    registry.config().meterFilter(MeterFilter.deny(Exposition::isKafkasOldName));
    // Of the process, not of a stage: they are of no use to a registry that nobody reads.
    bind(new ClassLoaderMetrics());
    bind(new JvmGcMetrics());
    bind(new JvmInfoMetrics());
    bind(new JvmMemoryMetrics());
    bind(new JvmThreadMetrics());
    bind(new FileDescriptorMetrics());
    bind(new ProcessorMetrics());
    bind(new UptimeMetrics());
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext) {
      bind(new LogbackMetrics());
    }
    Metrics.addRegistry(registry);
  }

  /** Kafka tells of a partition twice, once with the dots of its topic's name made underscores. */
  private static boolean isKafkasOldName(Meter.Id meter) {
    String topic = meter.getTag("topic");
    return topic != null && topic.startsWith("postwatch_");
  }

  private void bind(MeterBinder binder) {
    binder.bindTo(registry);
    binders.add(binder);
  }

  /** What they are now. */
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    Metrics.removeRegistry(registry);
    for (MeterBinder binder : binders) {
      if (binder instanceof AutoCloseable open) {
        close(open);
      }
    }
    registry.close();
  }

  private static void close(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      throw new IllegalStateException("a binder that only removes listeners failed", e);
    }
  }
}
