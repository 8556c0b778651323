// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import static io.postwatch.serde.Samples.TREE;
import static io.postwatch.serde.Samples.post;
import static io.postwatch.serde.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.registry.CompatibilityLevel;
import io.postwatch.registry.InMemorySchemaRegistry;
import io.postwatch.registry.RegistryException;
import io.postwatch.registry.SchemaRegistries;
import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroSerdeTest {
  private static final String SCOPE = "avro-serde-test";
  private static final String URL = "mock://" + SCOPE;

  @AfterEach
  void forgetSchemas() {
    SchemaRegistries.dropMock(SCOPE);
  }

  @Test
  void aGeneratedRecordComesBackAsItWas() {
    EmbeddedPost post = post("Water at the old bridge 🌊");

    Object back = specific().deserialize("posts", serializer().serialize("posts", post));

    assertThat(back).isEqualTo(post);
  }

  @Test
  void aGenericRecordComesBackAsItWas() {
    byte[] bytes = serializer().serialize("trees", tree("ash", 21));

    assertThat(deserializer().deserialize("trees", bytes)).hasToString(tree("ash", 21).toString());
  }

  @Test
  void aGeneratedRecordIsReadAsGenericWithoutTheSpecificReader() {
    byte[] bytes = serializer().serialize("posts", post("hello"));

    GenericRecord back = (GenericRecord) deserializer().deserialize("posts", bytes);

    assertThat(back.get("text")).hasToString("hello");
    assertThat(back.get("postedAt")).isEqualTo(1_700_000_000_123L);
  }

  @Test
  void genericRecordsHaveConvertedTimesWhereAskedFor() {
    byte[] bytes = serializer().serialize("posts", post("hello"));

    GenericRecord back =
        (GenericRecord)
            deserializer("avro.use.logical.type.converters", true).deserialize("posts", bytes);

    assertThat(back.get("postedAt")).isEqualTo(post("hello").getPostedAt());
  }

  static List<Object> primitives() {
    return List.of("text ☂", 7, -1L, 1.5f, -2.25, true, new byte[] {0, 1, 2});
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void primitivesComeBackAsTheyWere(Object value) {
    byte[] bytes = serializer().serialize("numbers", value);

    assertThat(deserializer().deserialize("numbers", bytes)).isEqualTo(value);
    assertThat(specific().deserialize("numbers", bytes)).isEqualTo(value);
  }

  @Test
  void nullStaysNull() {
    assertThat(serializer().serialize("trees", null)).isNull();
    assertThat(deserializer().deserialize("trees", null)).isNull();
  }

  @Test
  void theWireFormatIsAZeroByteTheIdAndAvroBinary() {
    byte[] bytes = serializer().serialize("trees", tree("ash", 21));

    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("00" + "00000001" + "06617368" + "2a");
  }

  @Test
  void bareBytesHaveNoLengthBeforeThemAsInConfluents() {
    byte[] bytes = serializer().serialize("raw", new byte[] {9, 8});

    assertThat(bytes).containsExactly(0, 0, 0, 0, 1, 9, 8);
  }

  @Test
  void whatAvroDoesNotKnowIsRefusedWithItsClass() {
    assertThatThrownBy(() -> serializer().serialize("t", new StringBuilder()))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("topic t value")
        .hasMessageContaining("java.lang.StringBuilder");
  }

  @Test
  void aRecordThatBreaksItsSchemaIsRefusedAndTheNextIsWrittenClean() {
    AvroSerializer serializer = serializer();
    GenericRecord broken = tree("ash", 21);
    broken.put("height", "tall");

    assertThatThrownBy(() -> serializer.serialize("trees", broken))
        .isInstanceOf(SerializationException.class)
        .hasMessageStartingWith("topic trees value: cannot write example.Tree: ");
    assertThat(serializer.serialize("trees", tree("ash", 21))).hasSize(10);
  }

  @Test
  void keysAndValuesHaveSubjectsOfTheirOwn() {
    try (AvroSerializer keys = new AvroSerializer()) {
      keys.configure(Map.of("schema.registry.url", URL), true);
      keys.serialize("trees", "k");
    }
    serializer().serialize("trees", tree("ash", 1));

    assertThat(registry().subjects()).containsExactly("trees-key", "trees-value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.confluent.kafka.serializers.subject.RecordNameStrategy",
        "io.postwatch.serde.RecordNameStrategy"
      })
  void subjectsGoByTheRecordNameStrategyUnderEitherName(String strategy) {
    serializer("value.subject.name.strategy", strategy).serialize("trees", tree("ash", 1));

    assertThat(registry().subjects()).containsExactly("example.Tree");
  }

  @Test
  void subjectsGoByTheTopicRecordNameStrategyGivenAsAClass() {
    serializer("value.subject.name.strategy", TopicRecordNameStrategy.class)
        .serialize("trees", tree("ash", 1));

    assertThat(registry().subjects()).containsExactly("trees-example.Tree");
  }

  @Test
  void recordNamesCannotNameTheSubjectOfAPrimitive() {
    AvroSerializer serializer =
        serializer("value.subject.name.strategy", RecordNameStrategy.class.getName());

    assertThatThrownBy(() -> serializer.serialize("t", 7))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("expected an Avro record");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.String",
        "no.such.Strategy",
        "io.confluent.kafka.serializers.subject.Other"
      })
  void anUnknownStrategyIsRefusedInOneLineWithItsKey(String strategy) {
    assertThatThrownBy(() -> serializer("value.subject.name.strategy", strategy))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("value.subject.name.strategy")
        .hasMessageContaining(strategy)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void withoutAutoRegistrationAnUnknownSchemaIsRefused() {
    AvroSerializer serializer = serializer("auto.register.schemas", "false");

    assertThatThrownBy(() -> serializer.serialize("trees", tree("ash", 1)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("Subject 'trees-value' not found");
    assertThat(registry().subjects()).isEmpty();
  }

  @Test
  void withoutAutoRegistrationARegisteredSchemaIsUsed() {
    int id = registry().register("trees-value", TREE);

    byte[] bytes = serializer("auto.register.schemas", false).serialize("trees", tree("ash", 1));

    assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(id);
  }

  @Test
  void theLatestVersionIsWrittenFieldByFieldWhereverItsFieldsStand() {
    Schema reordered =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Tree", "namespace": "example", "fields": [
                  {"name": "planted", "type": ["null", "int"], "default": null},
                  {"name": "height", "type": "int", "default": 0},
                  {"name": "species", "type": "string"}]}""");
    registry().register("trees-value", TREE);
    int latest = registry().register("trees-value", reordered);

    byte[] bytes =
        serializer("auto.register.schemas", false, "use.latest.version", true)
            .serialize("trees", tree("ash", 21));

    assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(latest);
    GenericRecord expected = new GenericData.Record(reordered);
    expected.put("height", 21);
    expected.put("species", "ash");
    assertThat(deserializer().deserialize("trees", bytes)).hasToString(expected.toString());
  }

  @Test
  void aLatestVersionThatCannotReadTheValueIsRefused() {
    registry().setGlobalLevel(CompatibilityLevel.NONE);
    registry().register("trees-value", TREE);
    registry().register("trees-value", Schema.create(Schema.Type.INT));
    AvroSerializer serializer =
        serializer("auto.register.schemas", false, "use.latest.version", true);

    assertThatThrownBy(() -> serializer.serialize("trees", tree("ash", 21)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("version 2 of subject trees-value");
  }

  @Test
  void anIncompatibleSchemaIsRefusedWithCode409() {
    registry().register("trees-value", Schema.create(Schema.Type.INT));

    assertThatThrownBy(() -> serializer().serialize("trees", tree("ash", 1)))
        .isInstanceOf(SerializationException.class)
        .cause()
        .isInstanceOfSatisfying(
            RegistryException.class, refusal -> assertThat(refusal.errorCode()).isEqualTo(409));
  }

  @Test
  void anOlderWritersRecordIsReadWithTheDefaultsOfTheGeneratedClass() {
    Schema older =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Article", "namespace": "io.postwatch.schema",
                 "fields": [
                  {"name": "title", "type": "string"}, {"name": "colour", "type": "string"},
                  {"name": "key", "type": "string"}]}""");
    GenericRecord written = new GenericData.Record(older);
    written.put("key", "k");
    written.put("title", "River rises");
    written.put("colour", "red");

    Object read = specific().deserialize("articles", serializer().serialize("articles", written));

    Article expected = new Article();
    expected.setKey("k");
    expected.setTitle("River rises");
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void aRecordWithoutGeneratedClassIsABadRecordToTheSpecificReader() {
    byte[] bytes = serializer().serialize("trees", tree("ash", 21));

    assertThatThrownBy(() -> specific().deserialize("trees", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("example.Tree");
  }

  @Test
  void aRecordThatNamesAClassOfTheJdkIsABadRecord() {
    Schema schema =
        new Schema.Parser()
            .parse("{\"type\": \"record\", \"name\": \"java.io.File\", \"fields\": []}");
    byte[] bytes = serializer().serialize("files", new GenericData.Record(schema));

    assertThatThrownBy(() -> specific().deserialize("files", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("java.io.File");
  }

  @Test
  void aRecordOfAnotherTypeThanTheConfiguredIsABadRecord() {
    byte[] bytes = serializer().serialize("posts", tree("ash", 1));

    assertThatThrownBy(
            () ->
                deserializer("specific.avro.value.type", EmbeddedPost.class.getName())
                    .deserialize("posts", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("topic posts value");
  }

  static List<byte[]> corruptRecords() {
    byte[] good = {0, 0, 0, 0, 1, 6, 'a', 's', 'h', 42};
    return List.of(
        new byte[0],
        Arrays.copyOf(good, 4),
        Arrays.copyOf(good, 5),
        Arrays.copyOf(good, 9),
        Arrays.copyOf(good, 11),
        "{\"json\": 1}".getBytes(StandardCharsets.US_ASCII),
        new byte[] {0, 0, 0, 0, 99, 6, 'a', 's', 'h', 42},
        new byte[] {0, -1, -1, -1, -1, 6, 'a', 's', 'h', 42},
        HexFormat.of().parseHex("0000000001" + "feffffff0f" + "2a"),
        HexFormat.of().parseHex("0000000001" + "01" + "2a"),
        HexFormat.of().parseHex("0000000001" + "ffffffffffffffffffffff"));
  }

  @ParameterizedTest
  @MethodSource("corruptRecords")
  void aCorruptRecordIsRefusedInOneLineAndTheNextIsRead(byte[] corrupt) {
    byte[] good = serializer().serialize("trees", tree("ash", 21));
    AvroDeserializer deserializer = deserializer();

    assertThatThrownBy(() -> deserializer.deserialize("trees", corrupt))
        .isInstanceOf(SerializationException.class)
        .hasMessageStartingWith("topic trees value: ")
        .message()
        .doesNotContain("\n");
    assertThat(deserializer.deserialize("trees", good)).hasToString(tree("ash", 21).toString());
  }

  @Test
  void aTinyRecordThatClaimsAHugeArrayIsRefused() {
    Schema nulls = Schema.createArray(Schema.create(Schema.Type.STRING));
    int id = registry().register("lists-value", nulls);
    byte[] corrupt =
        ByteBuffer.allocate(10)
            .put((byte) 0)
            .putInt(id)
            .put(new byte[] {-2, -1, -1, -1, 15})
            .array();

    assertThatThrownBy(() -> deserializer().deserialize("lists", corrupt))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void aRecordNestedDeeperThanTheStackIsABadRecord() {
    Schema chain =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Link", "fields": [
                  {"name": "next", "type": ["null", "Link"]}]}""");
    int id = registry().register("chains-value", chain);
    byte[] deep = new byte[5_000_000];
    Arrays.fill(deep, (byte) 2);
    ByteBuffer.wrap(deep).put((byte) 0).putInt(id);

    assertThatThrownBy(() -> deserializer().deserialize("chains", deep))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void severalThreadsShareOneSerde() {
    AvroSerializer serializer = serializer();
    AvroDeserializer deserializer = specific();

    List<Object> back =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(i -> serializer.serialize("posts", post("post " + i)))
            .map(bytes -> deserializer.deserialize("posts", bytes))
            .toList();

    assertThat(back).hasSize(2_000).element(1_234).isEqualTo(post("post 1234"));
  }

  @Test
  void aMissingUrlIsRefusedWithItsKey() {
    try (AvroSerde<Object> serde = new AvroSerde<>()) {
      assertThatThrownBy(() -> serde.configure(Map.of(), false))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("schema.registry.url");
    }
  }

  @Test
  void theSerdeReadsWhatItWrites() {
    try (AvroSerde<EmbeddedPost> serde = new AvroSerde<>()) {
      serde.configure(Map.of("schema.registry.url", URL, "specific.avro.reader", true), false);

      byte[] bytes = serde.serializer().serialize("posts", post("hello"));

      assertThat(serde.deserializer().deserialize("posts", bytes)).isEqualTo(post("hello"));
    }
  }

  private static InMemorySchemaRegistry registry() {
    return SchemaRegistries.mock(SCOPE);
  }

  private static AvroSerializer serializer(Object... settings) {
    AvroSerializer serializer = new AvroSerializer();
    serializer.configure(settings(settings), false);
    return serializer;
  }

  private static AvroDeserializer deserializer(Object... settings) {
    AvroDeserializer deserializer = new AvroDeserializer();
    deserializer.configure(settings(settings), false);
    return deserializer;
  }

  private static AvroDeserializer specific() {
    return deserializer("specific.avro.reader", true);
  }

  private static Map<String, Object> settings(Object... keysAndValues) {
    Map<String, Object> settings = new HashMap<>(Map.of("schema.registry.url", URL));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return settings;
  }
}
