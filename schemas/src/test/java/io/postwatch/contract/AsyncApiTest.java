// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/asyncapi.yaml says what catalogue and schemas say, in AsyncAPI's own words. */
class AsyncApiTest {
  private static final Path FILE = Path.of("..", "docs", "asyncapi.yaml");
  private static final String WRITE = "asyncapi.write";
  private static final String HOW =
      "schemas or topics have changed; write the document anew with"
          + " mvn -pl schemas test -Dtest=AsyncApiTest -D"
          + WRITE;

  private static JsonNode document;

  @BeforeAll
  static void read() throws IOException {
    if (System.getProperty(WRITE) != null) {
      Files.writeString(FILE, AsyncApi.text());
    }
    document = AsyncApi.YAML.readTree(FILE.toFile());
  }

  @Test
  void theDocumentIsWhatCatalogueAndSchemasSay() throws IOException {
    assertThat(Files.readString(FILE)).as(HOW).isEqualTo(AsyncApi.text());
  }

  @Test
  void itIsValidByAsyncApisOwnSchema() {
    assertThat(faults(document)).isEmpty();
  }

  @Test
  void thatSchemaFindsMistakesInOperationsBindingsAndAvro() {
    ObjectNode receives = document.deepCopy();
    ((ObjectNode) receives.at("/operations/posts")).put("action", "publish");
    ObjectNode compacts = document.deepCopy();
    ((ObjectNode) compacts.at("/channels/posts/bindings/kafka/topicConfiguration"))
        .put("cleanup.policy", "compact");
    ObjectNode untyped = document.deepCopy();
    ((ObjectNode) untyped.at("/components/messages/posts/payload/schema")).put("type", "object");

    assertThat(List.of(receives, compacts, untyped))
        .allSatisfy(broken -> assertThat(faults(broken)).isNotEmpty());
  }

  @Test
  void everyTopicIsAChannelButTheOneThatIsInternalToIngest() {
    List<String> addresses = document.get("channels").findValuesAsText("address");

    assertThat(addresses)
        .containsExactlyInAnyOrderElementsOf(
            Topics.ALL.stream()
                .map(Topic::name)
                .filter(name -> !name.equals(Topics.INGEST_POSITIONS.name()))
                .toList());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void aToolThatReadsTheSchemasReadsTheRecords() {
    JsonNode counts = document.at("/components/messages/incidentCounts");

    assertThat(canonical(counts.at("/payload/schema")))
        .isEqualTo(SchemaNormalization.toParsingForm(IncidentCount.getClassSchema()));
    assertThat(canonical(counts.at("/bindings/kafka/key")))
        .isEqualTo(SchemaNormalization.toParsingForm(IncidentCountKey.getClassSchema()));
  }

  private static String canonical(JsonNode avro) {
    Schema schema = new SchemaParser().parse(avro.toString()).mainSchema();
    return SchemaNormalization.toParsingForm(schema);
  }

  private static Set<ValidationMessage> faults(JsonNode document) {
    return Asyncapi3.SCHEMA.validate(document);
  }

  /** The schema as the AsyncAPI Initiative publishes it; read once, as it is large. */
  private static final class Asyncapi3 {
    static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
      try (InputStream json =
          AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0-without-$id.json")) {
        return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(json);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
