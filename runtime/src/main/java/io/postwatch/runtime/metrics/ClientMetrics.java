// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.metrics;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;

/** Shows the metrics that a Kafka client keeps of itself, until closed. */
public final class ClientMetrics implements AutoCloseable {
  /** How soon metrics are shown that a client has not had from its start, such as a partition's. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final ScheduledExecutorService clock;
  private final Runnable closing;

  private ClientMetrics(ScheduledExecutorService clock, MeterBinder metrics, Runnable closing) {
    this.clock = clock;
    this.closing = closing;
    metrics.bindTo(Metrics.globalRegistry);
  }

  /** Of an application that is about to start, and of its clients. */
  public static ClientMetrics of(KafkaStreams streams) {
    ScheduledExecutorService clock = clock();
    KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams, Tags.empty(), clock, LOOK_AGAIN);
    return new ClientMetrics(clock, metrics, metrics::close);
  }

  public static ClientMetrics of(Producer<?, ?> producer) {
    ScheduledExecutorService clock = clock();
    return of(clock, new KafkaClientMetrics(producer, Tags.empty(), clock, LOOK_AGAIN));
  }

  public static ClientMetrics of(Consumer<?, ?> consumer) {
    ScheduledExecutorService clock = clock();
    return of(clock, new KafkaClientMetrics(consumer, Tags.empty(), clock, LOOK_AGAIN));
  }

  public static ClientMetrics of(AdminClient admin) {
    ScheduledExecutorService clock = clock();
    return of(clock, new KafkaClientMetrics(admin, Tags.empty(), clock, LOOK_AGAIN));
  }

  private static ClientMetrics of(ScheduledExecutorService clock, KafkaClientMetrics metrics) {
    return new ClientMetrics(clock, metrics, metrics::close);
  }

  private static ScheduledExecutorService clock() {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, "client-metrics");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public void close() {
    clock.shutdownNow();
    closing.run();
  }
}
