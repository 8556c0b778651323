// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import static io.postwatch.standalone.registry.RegistryConformance.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.postwatch.schema.Article;
import io.postwatch.schema.Clock;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.serde.AvroDeserializer;
import io.postwatch.serde.AvroSerializer;
import io.postwatch.serde.TrustedClasses;
import io.postwatch.standalone.kafka.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our serde and Confluent's genuine one understand each other, through our registry. */
class ConfluentExchangeIT {
  private static final Schema TREE = record("Tree", "string species", "int height");
  private static final Article ARTICLE = article();
  private static final IncidentCountKey KEY =
      new IncidentCountKey(
          Clock.POSTED, "flood", "NZ", Instant.ofEpochMilli(1_700_000_000_000L), 86_400_000L);

  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static EmbeddedRegistry registry;

  private final String topic = "exchange-" + UUID.randomUUID();

  /** Whose classes are on one side of an exchange. */
  enum Maker {
    OURS,
    CONFLUENT;

    Serializer<Object> serializer(boolean isKey, Object... settings) {
      if (this == CONFLUENT) {
        return Confluent.serializer(settings(settings), isKey);
      }
      Serializer<Object> serializer = new AvroSerializer();
      serializer.configure(settings(settings), isKey);
      return serializer;
    }

    Deserializer<Object> deserializer(boolean isKey, Object... settings) {
      if (this == CONFLUENT) {
        return Confluent.deserializer(settings(settings), isKey);
      }
      Deserializer<Object> deserializer = new AvroDeserializer();
      deserializer.configure(settings(settings), isKey);
      return deserializer;
    }

    private static Map<String, Object> settings(Object... settings) {
      Map<String, Object> map = new HashMap<>(Map.of("schema.registry.url", registry.url()));
      for (int i = 0; i < settings.length; i += 2) {
        map.put((String) settings[i], settings[i + 1]);
      }
      return map;
    }
  }

  @BeforeAll
  static void start() throws IOException {
    TrustedClasses.trustGeneratedRecords();
    broker = EmbeddedBroker.start(data, 0);
    registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
  }

  @AfterAll
  static void stop() {
    registry.close();
    broker.close();
  }

  static Stream<Arguments> bothWays() {
    return Stream.of(
        Arguments.of(Maker.OURS, Maker.CONFLUENT), Arguments.of(Maker.CONFLUENT, Maker.OURS));
  }

  static Stream<Arguments> primitivesBothWays() {
    return Stream.of("text ☂", 7, 1L << 40, 1.5f, -2.25, true, new byte[] {1, 2})
        .flatMap(value -> bothWays().map(way -> Arguments.of(way.get()[0], way.get()[1], value)));
  }

  private static Article article() {
    Article article = new Article();
    article.setKey("https://example.org/a");
    article.setTitle("River rises");
    article.setPublishedAt(Instant.ofEpochMilli(1_700_000_000_123L));
    return article;
  }

  @ParameterizedTest
  @MethodSource("bothWays")
  void generatedRecordsAreExchangedThroughATopicAsKeyAndValue(Maker writer, Maker reader)
      throws Exception {
    createTopic();
    try (Producer<Object, Object> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                writer.serializer(true),
                writer.serializer(false));
        Consumer<Object, Object> consumer =
            new KafkaConsumer<>(
                Map.of(
                    "bootstrap.servers",
                    broker.bootstrapServers(),
                    "auto.offset.reset",
                    "earliest"),
                reader.deserializer(true, "specific.avro.reader", true),
                reader.deserializer(false, "specific.avro.reader", true))) {
      producer.send(new ProducerRecord<>(topic, KEY, ARTICLE)).get();
      producer.send(new ProducerRecord<>(topic, KEY, null)).get();
      consumer.assign(List.of(new TopicPartition(topic, 0)));

      assertThat(poll(consumer, 2))
          .extracting(ConsumerRecord::key, ConsumerRecord::value)
          .containsExactly(tuple(KEY, ARTICLE), tuple(KEY, null));
    }
  }

  private void createTopic() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private static List<ConsumerRecord<Object, Object>> poll(
      Consumer<Object, Object> consumer, int count) {
    List<ConsumerRecord<Object, Object>> records = new ArrayList<>();
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (records.size() < count && System.nanoTime() < deadline) {
      consumer.poll(Duration.ofMillis(100)).forEach(records::add);
    }
    return records;
  }

  @ParameterizedTest
  @MethodSource("bothWays")
  void genericRecordsAreExchanged(Maker writer, Maker reader) {
    byte[] bytes = writer.serializer(false).serialize(topic, tree());

    Object read = reader.deserializer(false).deserialize(topic, bytes);

    assertThat(read).isInstanceOf(GenericRecord.class).hasToString(tree().toString());
  }

  @ParameterizedTest
  @MethodSource("primitivesBothWays")
  void primitivesAreExchanged(Maker writer, Maker reader, Object value) {
    byte[] bytes = writer.serializer(true).serialize(topic, value);

    assertThat(reader.deserializer(true).deserialize(topic, bytes)).isEqualTo(value);
  }

  @Test
  void bothWriteTheSameBytes() {
    for (Object value : List.of(ARTICLE, tree(), "text", 7, new byte[] {1, 2})) {
      String subject = topic + value.getClass().getSimpleName();
      assertThat(Maker.OURS.serializer(false).serialize(subject, value))
          .isEqualTo(Maker.CONFLUENT.serializer(false).serialize(subject, value));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anIncompatibleSchemaIsRefusedWithCode409(Maker maker) {
    Serializer<Object> serializer = maker.serializer(false);
    serializer.serialize(topic, tree());
    GenericRecord incompatible =
        new GenericData.Record(record("Tree", "string species", "string height"));
    incompatible.put("species", "ash");
    incompatible.put("height", "tall");

    assertThatThrownBy(() -> serializer.serialize(topic, incompatible))
        .isInstanceOf(SerializationException.class)
        .cause()
        .extracting(ConfluentExchangeIT::errorCode)
        .isEqualTo(409);
  }

  /** The code in our exception or in Confluent's RestClientException. */
  private static Object errorCode(Throwable refusal) {
    try {
      String accessor =
          refusal.getClass().getName().startsWith("io.confluent.") ? "getErrorCode" : "errorCode";
      return refusal.getClass().getMethod(accessor).invoke(refusal);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("bothWays")
  void subjectsByRecordNameAreTheSame(Maker registrant, Maker other) {
    Object strategy = "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy";
    String key = "value.subject.name.strategy";
    byte[] bytes = registrant.serializer(false, key, strategy).serialize(topic, tree());

    assertThat(
            other
                .serializer(false, key, strategy, "auto.register.schemas", false)
                .serialize(topic, tree()))
        .isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("bothWays")
  void theLatestVersionIsWrittenByBothAlike(Maker registrant, Maker other) {
    byte[] bytes = registrant.serializer(false).serialize(topic, tree());

    assertThat(
            other
                .serializer(false, "auto.register.schemas", false, "use.latest.version", true)
                .serialize(topic, tree()))
        .isEqualTo(bytes);
  }

  private static GenericRecord tree() {
    GenericRecord tree = new GenericData.Record(TREE);
    tree.put("species", "ash");
    tree.put("height", 21);
    return tree;
  }
}
