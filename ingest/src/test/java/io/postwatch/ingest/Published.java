// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.SourcePosition;
import io.postwatch.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker that keeps in memory what was committed. */
class Published extends MockProducer<byte[], byte[]> {
  static final KafkaSettings KAFKA =
      new KafkaSettings(
          Map.of(),
          Map.of(),
          Map.of("schema.registry.url", "mock://ingest", "specific.avro.reader", "true"),
          Duration.ZERO,
          "io.postwatch.serde.AvroSerializer",
          "io.postwatch.serde.AvroDeserializer",
          Optional.empty(),
          OptionalInt.empty(),
          (short) -1);

  Published() {
    super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  List<String> texts() {
    return of(Topics.POSTS.name())
        .map(
            record ->
                KAFKA.<EmbeddedPost>valueSerde().deserializer().deserialize("", record.value()))
        .map(EmbeddedPost::getText)
        .toList();
  }

  List<ProducerRecord<byte[], byte[]>> deadLetters() {
    return of(Topics.DEAD_LETTERS.name()).toList();
  }

  static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** Puts what was committed where a restarted process would find it. */
  void addTo(Positions positions) {
    of(Topics.INGEST_POSITIONS.name())
        .forEach(
            record ->
                positions.set(
                    new String(record.key(), StandardCharsets.UTF_8),
                    KAFKA
                        .<SourcePosition>valueSerde()
                        .deserializer()
                        .deserialize("", record.value())));
  }

  private Stream<ProducerRecord<byte[], byte[]>> of(String topic) {
    return history().stream().filter(record -> record.topic().equals(topic));
  }
}
