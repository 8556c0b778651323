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
import java.util.function.Function;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;

/** Shows the metrics that a Kafka client keeps of itself, until closed. */
public final class ClientMetrics implements AutoCloseable {
  /** How soon metrics are shown that a client has not had from its start, such as a partition's. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final Runnable closing;

  private ClientMetrics(Runnable closing) {
    this.closing = closing;
  }

  /** Metrics of one client. */
  private record Bound(MeterBinder binder, Runnable closing) {}

  /** Of an application that is about to start, and of its clients. */
  public static ClientMetrics of(KafkaStreams streams) {
    return of(
        clock -> {
          KafkaStreamsMetrics metrics =
              new KafkaStreamsMetrics(streams, Tags.empty(), clock, LOOK_AGAIN);
          return new Bound(metrics, metrics::close);
        });
  }

  public static ClientMetrics of(Producer<?, ?> producer) {
    return of(clock -> bound(new KafkaClientMetrics(producer, Tags.empty(), clock, LOOK_AGAIN)));
  }

  public static ClientMetrics of(Consumer<?, ?> consumer) {
    return of(clock -> bound(new KafkaClientMetrics(consumer, Tags.empty(), clock, LOOK_AGAIN)));
  }

  public static ClientMetrics of(AdminClient admin) {
    return of(clock -> bound(new KafkaClientMetrics(admin, Tags.empty(), clock, LOOK_AGAIN)));
  }

  private static Bound bound(KafkaClientMetrics metrics) {
    return new Bound(metrics, metrics::close);
  }

  /** They are thousands, and not kept for nobody: who shows metrics is there before the clients. */
  private static ClientMetrics of(Function<ScheduledExecutorService, Bound> kind) {
    if (Metrics.globalRegistry.getRegistries().isEmpty()) {
      return new ClientMetrics(() -> {});
    }
    ScheduledExecutorService clock = clock();
    Bound metrics = kind.apply(clock);
    metrics.binder().bindTo(Metrics.globalRegistry);
    return new ClientMetrics(
        () -> {
          clock.shutdownNow();
          metrics.closing().run();
        });
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
    closing.run();
  }
}
