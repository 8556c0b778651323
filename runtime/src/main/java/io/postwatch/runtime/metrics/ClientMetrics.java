// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.metrics;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;

/** Shows the metrics that a Kafka client keeps of itself, until closed. */
public final class ClientMetrics implements AutoCloseable {
  private final Runnable closing;

  private ClientMetrics(MeterBinder metrics, Runnable closing) {
    this.closing = closing;
    metrics.bindTo(Metrics.globalRegistry);
  }

  /** Of an application that is about to start, and of its clients. */
  public static ClientMetrics of(KafkaStreams streams) {
    KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
    return new ClientMetrics(metrics, metrics::close);
  }

  public static ClientMetrics of(Producer<?, ?> producer) {
    return of(new KafkaClientMetrics(producer));
  }

  public static ClientMetrics of(Consumer<?, ?> consumer) {
    return of(new KafkaClientMetrics(consumer));
  }

  public static ClientMetrics of(AdminClient admin) {
    return of(new KafkaClientMetrics(admin));
  }

  private static ClientMetrics of(KafkaClientMetrics metrics) {
    return new ClientMetrics(metrics, metrics::close);
  }

  @Override
  public void close() {
    closing.run();
  }
}
