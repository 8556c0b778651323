// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.postwatch.topics.CloudEvents;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;

/**
 * Gives every record that a stage publishes the headers of {@link CloudEvents}, in place of those
 * of the record it was derived from, which Kafka Streams hands on.
 *
 * <p>In the producer, as that is where all stages meet: changelogs, repartition topics and dead
 * letters pass through untouched.
 */
public final class CloudEventInterceptor implements ProducerInterceptor<byte[], byte[]> {
  private static final byte[] VERSION = CloudEvents.VERSION.getBytes(UTF_8);
  private static final byte[] AVRO = CloudEvents.AVRO.getBytes(UTF_8);

  @Override
  public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
    return CloudEvents.of(record.topic()).map(event -> described(event, record)).orElse(record);
  }

  private static ProducerRecord<byte[], byte[]> described(
      CloudEvents event, ProducerRecord<byte[], byte[]> record) {
    // The producer would take the time itself, later: ce_time is to be the record's own.
    long time = record.timestamp() == null ? System.currentTimeMillis() : record.timestamp();
    ProducerRecord<byte[], byte[]> described =
        new ProducerRecord<>(
            record.topic(),
            record.partition(),
            time,
            record.key(),
            record.value(),
            record.headers());
    Headers headers = described.headers();
    set(headers, CloudEvents.SPEC_VERSION, VERSION);
    set(headers, CloudEvents.ID, event.id(record.key(), record.value()).getBytes(UTF_8));
    set(headers, CloudEvents.SOURCE, event.source().getBytes(UTF_8));
    set(headers, CloudEvents.TYPE, event.type().getBytes(UTF_8));
    set(headers, CloudEvents.TIME, Instant.ofEpochMilli(time).toString().getBytes(UTF_8));
    set(headers, CloudEvents.CONTENT_TYPE, AVRO);
    return described;
  }

  private static void set(Headers headers, String name, byte[] value) {
    headers.remove(name).add(name, value);
  }

  @Override
  public void onAcknowledgement(RecordMetadata metadata, Exception exception) {}

  @Override
  public void close() {}

  @Override
  public void configure(Map<String, ?> configs) {}
}
