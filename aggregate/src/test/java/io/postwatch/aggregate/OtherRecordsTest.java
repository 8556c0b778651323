// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.incident;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Incident;
import io.postwatch.serde.AvroSerializer;
import io.postwatch.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of older and newer producers are counted; what is no record stops nothing. */
class OtherRecordsTest {
  private final AggregateRun run = AggregateRun.of(Rules.live(WindowSize.MINUTE));

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2", "v3"})
  void anIncidentOfAnOlderSchemaIsCounted(String version) throws IOException {
    run.seeBytes("protest", bytes(incident("1", "a"), published(version)));

    assertThat(run.count("", "1m").getPosts()).isEqualTo(1);
  }

  @Test
  void anIncidentOfANewerSchemaIsCountedWithoutWhatIsNew() throws IOException {
    String field = "{\"name\": \"mood\", \"type\": \"string\", \"default\": \"calm\"}";
    String current = Incident.getClassSchema().toString();
    Schema newer =
        new Schema.Parser()
            .parse(current.replaceFirst("\"fields\":\\[", "\"fields\":[" + field + ","));

    run.seeBytes("protest", bytes(incident("1", "a"), newer));

    assertThat(run.count("", "1m").getPosts()).isEqualTo(1);
  }

  @Test
  void corruptBytesStopNothing() throws IOException {
    byte[] cut = bytes(incident("1", "a"), Incident.getClassSchema());

    run.seeBytes("protest", "no incident".getBytes(StandardCharsets.UTF_8));
    run.seeBytes("protest", new byte[0]);
    run.seeBytes("protest", Arrays.copyOf(cut, cut.length / 2));
    run.see(incident("2", "b"));

    assertThat(run.count("", "1m").getPosts()).isEqualTo(1);
  }

  /** The incident as a producer with another schema writes it. */
  private static byte[] bytes(Incident incident, Schema schema) throws IOException {
    var current = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().directBinaryEncoder(current, null);
    new SpecificDatumWriter<>(Incident.class).write(incident, encoder);
    GenericRecord other =
        new GenericDatumReader<GenericRecord>(Incident.getClassSchema(), schema, new GenericData())
            .read(null, DecoderFactory.get().binaryDecoder(current.toByteArray(), null));
    try (AvroSerializer serializer = new AvroSerializer()) {
      serializer.configure(Map.of("schema.registry.url", "mock://aggregate"), false);
      return serializer.serialize(Topics.INCIDENTS.name(), other);
    }
  }

  private static Schema published(String version) throws IOException {
    SchemaParser parser = new SchemaParser();
    try (Stream<Path> files = Files.list(Path.of("../schemas/history", version))) {
      for (Path file : files.toList()) {
        parser.parse(file);
      }
    }
    return parser.getParsedNamedSchemas().stream()
        .filter(schema -> schema.getFullName().equals(Incident.class.getName()))
        .findFirst()
        .orElseThrow();
  }
}
