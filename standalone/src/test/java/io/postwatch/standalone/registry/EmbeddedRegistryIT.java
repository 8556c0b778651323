// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.registry.CompatibilityLevel;
import io.postwatch.registry.HttpSchemaRegistry;
import io.postwatch.registry.RegisteredSchema;
import io.postwatch.registry.SchemaRegistry;
import io.postwatch.standalone.kafka.EmbeddedBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedRegistryIT extends RegistryConformance {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static EmbeddedRegistry server;

  @BeforeAll
  static void start() throws IOException {
    broker = EmbeddedBroker.start(data, 0);
    server = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
  }

  @AfterAll
  static void stop() {
    server.close();
    broker.close();
  }

  @Override
  SchemaRegistry registry() {
    return client(server);
  }

  private static HttpSchemaRegistry client(EmbeddedRegistry server) {
    return HttpSchemaRegistry.fromConfig(Map.of("schema.registry.url", server.url()));
  }

  @Test
  void everythingIsThereAgainAfterARestart() throws IOException {
    Schema kept = record("Kept", "int a");
    Schema deleted = record("Kept", "int a", "int b = 0");
    RegisteredSchema first;
    try (EmbeddedRegistry before = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
      client(before).register("kept", kept);
      client(before).register("kept", deleted);
      client(before).deleteVersion("kept", 2, false);
      client(before).setLevel("kept", CompatibilityLevel.FULL_TRANSITIVE);
      client(before).register("removed", record("Removed", "int a"));
      client(before).deleteSubject("removed", false);
      client(before).deleteSubject("removed", true);
      client(before).register("hidden", record("Hidden", "int a"));
      client(before).deleteSubject("hidden", false);
      first = client(before).version("kept", 1);
    }

    try (EmbeddedRegistry after = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
      assertThat(client(after).version("kept", SchemaRegistry.LATEST)).isEqualTo(first);
      assertThat(client(after).level("kept")).contains(CompatibilityLevel.FULL_TRANSITIVE);
      assertThat(client(after).subjects()).contains("kept").doesNotContain("removed", "hidden");
      assertRefused(40404, () -> client(after).deleteSubject("hidden", false));
      assertRefused(40401, () -> client(after).deleteSubject("removed", false));
      client(after).register("kept", deleted);
      assertThat(client(after).versions("kept")).containsExactly(1, 3);
      int next = client(after).register("later", record("Later", "int a"));
      assertThat(next).isGreaterThan(client(after).version("kept", 3).id());
    }
  }

  @Test
  void changesAreKeptInConfluentsRecordLayout() {
    int id = registry().register("layout", record("Layout", "int a"));
    registry().setLevel("layout", CompatibilityLevel.FULL);
    registry().deleteSubject("layout", false);
    registry().deleteSubject("layout", true);

    assertThat(schemasTopic().filter(record -> record.key().contains("\"layout\"")))
        .extracting(record -> record.key() + " " + record.value())
        .containsExactly(
            """
            {"keytype":"SCHEMA","subject":"layout","version":1,"magic":1} \
            {"subject":"layout","version":1,"id":%d,"schema":"{\\"type\\":\\"record\\",\
            \\"name\\":\\"Layout\\",\\"fields\\":[{\\"name\\":\\"a\\",\\"type\\":\\"int\\"}]}",\
            "deleted":false}"""
                .formatted(id),
            """
            {"keytype":"CONFIG","subject":"layout","magic":0} {"compatibilityLevel":"FULL"}""",
            """
            {"keytype":"DELETE_SUBJECT","subject":"layout","magic":0} \
            {"subject":"layout","version":1}""",
            """
            {"keytype":"CONFIG","subject":"layout","magic":0} null""",
            """
            {"keytype":"SCHEMA","subject":"layout","version":1,"magic":1} null""");
  }

  private static Stream<ConsumerRecord<String, String>> schemasTopic() {
    TopicPartition partition = new TopicPartition("_schemas", 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      Stream<ConsumerRecord<String, String>> all = Stream.empty();
      while (consumer.position(partition) < end) {
        all =
            Stream.concat(
                all,
                StreamSupport.stream(consumer.poll(Duration.ofSeconds(1)).spliterator(), false));
      }
      return all;
    }
  }

  @Test
  void answersAreInTheProtocolsMediaType() {
    HttpResponse<String> answer = call("GET", "/schemas/types", null);

    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(
            type -> assertThat(type).startsWith("application/vnd.schemaregistry.v1+json"));
    assertThat(answer.body()).isEqualTo("[\"AVRO\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "POST   | /subjects/s/versions               | {\"schema\":\"{\\\"type\\\":\\\"cow\\\"}\"}        | 422 | 42201",
        "POST   | /subjects/s/versions               | {\"schema\":\"not json\"}                          | 422 | 42201",
        "POST   | /subjects/s/versions               | {}                                                 | 422 | 42201",
        "POST   | /subjects/s/versions               | {\"schema\":\"\\\"int\\\"\",\"schemaType\":\"JSON\"} | 422 | 42201",
        "POST   | /subjects/s/versions               | [[[                                                | 400 | 400",
        "POST   | /subjects/%20/versions             | {\"schema\":\"\\\"int\\\"\"}                       | 422 | 42208",
        "PUT    | /config                            | {\"compatibility\":\"SIDEWAYS\"}                   | 422 | 42203",
        "PUT    | /config/s                          | {}                                                 | 422 | 42203",
        "PUT    | /mode                              | {\"mode\":\"ASLEEP\"}                              | 422 | 42204",
        "GET    | /config/unknown                    | -                                                  | 404 | 40408",
        "DELETE | /config/unknown                    | -                                                  | 404 | 40408",
        "GET    | /mode/unknown                      | -                                                  | 404 | 40409",
        "GET    | /subjects/unknown/versions/oldest  | -                                                  | 422 | 42202",
        "GET    | /schemas/ids/one                   | -                                                  | 404 | 404",
        "GET    | /schemas/ids/99999999/versions     | -                                                  | 404 | 40403",
        "GET    | /no/such/path                      | -                                                  | 404 | 404",
        "PATCH  | /subjects                          | -                                                  | 405 | 405"
      })
  void badRequestsAreRefusedWithConfluentsErrorCodes(
      String method, String path, String body, int status, int code) {
    HttpResponse<String> answer = call(method, path, body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).startsWith("{\"error_code\":" + code + ",\"message\":\"");
  }

  @Test
  void aBodyOfMoreThanAMegabyteIsRefused() {
    assertThat(call("POST", "/subjects/s/versions", " ".repeat((1 << 20) + 1)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void anyLargerSchemaThatIsTakenIsKept() {
    Schema large =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"Large\",\"doc\":\"%s\",\"fields\":[]}"
                    .formatted("x".repeat(1_000_000)));

    int id = registry().register("large", large);

    assertThat(registry().schemaById(id).getDoc()).hasSize(1_000_000);
  }

  @Test
  void webPagesMayNotChangeTheRegistry() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/config"))
            .header("Origin", "https://example.org")
            .PUT(BodyPublishers.ofString("{\"compatibility\":\"NONE\"}"))
            .build();

    assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    assertThat(registry().globalLevel()).isEqualTo(CompatibilityLevel.BACKWARD);
  }

  @Test
  void aReadOnlySubjectTakesNoSchema() {
    assertThat(call("PUT", "/mode/frozen", "{\"mode\":\"READONLY\"}").body())
        .isEqualTo("{\"mode\":\"READONLY\"}");

    assertRefused(42205, () -> registry().register("frozen", record("Frozen")));

    assertThat(call("DELETE", "/mode/frozen", null).body()).isEqualTo("{\"mode\":\"READONLY\"}");
    registry().register("frozen", record("Frozen"));
    assertThat(call("GET", "/mode/frozen?defaultToGlobal=true", null).body())
        .isEqualTo("{\"mode\":\"READWRITE\"}");
  }

  @Test
  void deletedVersionsAreShownWhereAskedFor() {
    registry().register("ghost", record("Ghost", "int a"));
    registry().deleteSubject("ghost", false);

    assertThat(call("GET", "/subjects?subjectPrefix=ghost", null).body()).isEqualTo("[]");
    assertThat(call("GET", "/subjects?subjectPrefix=ghost&deleted=true", null).body())
        .isEqualTo("[\"ghost\"]");
    assertThat(call("GET", "/subjects/ghost/versions?deleted=true", null).body()).isEqualTo("[1]");
    assertThat(call("GET", "/subjects/ghost/versions/1?deleted=true", null).body())
        .startsWith("{\"subject\":\"ghost\",\"version\":1,");
  }

  @Test
  void anIdTellsItsSubjectsAndVersions() {
    int id = registry().register("used-here", record("Used", "int a"));
    registry().register("used-there", record("Used", "int a"));

    assertThat(call("GET", "/schemas/ids/" + id + "/subjects", null).body())
        .isEqualTo("[\"used-here\",\"used-there\"]");
    assertThat(call("GET", "/schemas/ids/" + id + "/versions", null).body())
        .contains("\"used-here\"", "\"used-there\"", "\"version\":1");
    assertThat(call("GET", "/schemas/ids/" + id + "/schema", null).body())
        .isEqualTo(record("Used", "int a").toString());
    assertThat(call("GET", "/subjects/used-here/versions/latest/schema", null).body())
        .isEqualTo(record("Used", "int a").toString());
    assertThat(call("GET", "/subjects/used-here/versions/1/referencedby", null).body())
        .isEqualTo("[]");
  }

  @Test
  void theGlobalLevelGoesBackToBackwardWhenDeleted() {
    call("PUT", "/config", "{\"compatibility\":\"none\"}");

    assertThat(call("DELETE", "/config", null).body())
        .isEqualTo("{\"compatibilityLevel\":\"NONE\"}");
    assertThat(registry().globalLevel()).isEqualTo(CompatibilityLevel.BACKWARD);
  }

  @Test
  void aTakenPortIsRefusedInOneLine() {
    int port = URI.create(server.url()).getPort();

    assertThatThrownBy(() -> EmbeddedRegistry.start(broker.bootstrapServers(), port))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port " + port)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void closingTwiceIsClosingOnce() throws IOException {
    EmbeddedRegistry other = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
    other.close();
    other.close();

    assertThatThrownBy(() -> HTTP.send(get(other.url() + "/subjects"), BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
  }

  private static HttpRequest get(String url) {
    return HttpRequest.newBuilder(URI.create(url)).build();
  }

  private static HttpResponse<String> call(String method, String path, String body) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(server.url() + path))
              .method(
                  method,
                  Optional.ofNullable(body)
                      .map(BodyPublishers::ofString)
                      .orElseGet(BodyPublishers::noBody))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
