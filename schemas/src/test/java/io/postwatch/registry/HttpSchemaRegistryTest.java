// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.registry.StubRegistry.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpSchemaRegistryTest {
  private static final Answer INT = new Answer(200, "{\"schema\":\"\\\"int\\\"\"}");
  private static final Schema SCHEMA = Schema.create(Schema.Type.INT);

  /** Nothing listens on it: port 1 is reserved. */
  private static final String NOWHERE = "http://127.0.0.1:1";

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 429, 408})
  void aPassingFailureIsTriedAgain(int status) {
    try (StubRegistry stub = StubRegistry.answering(new Answer(status, ""), INT)) {
      assertThat(client(stub.url()).schemaById(7)).isEqualTo(SCHEMA);
      assertThat(stub.requests()).containsExactly("GET /schemas/ids/7", "GET /schemas/ids/7");
    }
  }

  @Test
  void aLastingFailureIsGivenUpAfterAllTriesInOneLine() {
    Answer broken = new Answer(500, "{\"error_code\":50001,\"message\":\"Error in\\nthe store\"}");
    try (StubRegistry stub = StubRegistry.answering(broken)) {
      assertThatThrownBy(() -> client(stub.url()).schemaById(7))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessage(
              "schema registry at "
                  + stub.url()
                  + ": HTTP 500: Error in the store (tried 3 times)");
      assertThat(stub.requests()).hasSize(3);
    }
  }

  @Test
  void aRegistryThatIsNotThereIsGivenUpAfterAllTriesInOneLine() {
    assertThatThrownBy(() -> client(NOWHERE).schemaById(7))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessage("schema registry at " + NOWHERE + ": connection refused (tried 3 times)");
  }

  @Test
  void aRefusalIsNotTriedAgain() {
    Answer refusal = new Answer(404, "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}");
    try (StubRegistry stub = StubRegistry.answering(refusal)) {
      assertThatThrownBy(() -> client(stub.url()).schemaById(7))
          .isInstanceOfSatisfying(
              RegistryException.class,
              e -> assertThat(List.of(e.httpStatus(), e.errorCode())).containsExactly(404, 40403))
          .hasMessage("Schema 7 not found");
      assertThat(stub.requests()).hasSize(1);
    }
  }

  @Test
  void aDeletionIsNotTriedAgainForItMayHaveBeenDone() {
    try (StubRegistry stub = StubRegistry.answering(new Answer(503, ""))) {
      assertThatThrownBy(() -> client(stub.url()).deleteSubject("s", false))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("(tried 1 time)");
      assertThat(stub.requests()).containsExactly("DELETE /subjects/s?permanent=false");
    }
  }

  @Test
  void theNextUrlIsAskedWhereOneDoesNotAnswerAndIsKeptTo() {
    try (StubRegistry broken = StubRegistry.answering(new Answer(503, ""));
        StubRegistry good = StubRegistry.answering(INT)) {
      HttpSchemaRegistry client = client(NOWHERE + ", " + broken.url() + "," + good.url() + "/");

      client.schemaById(7);
      client.schemaById(8);

      assertThat(broken.requests()).containsExactly("GET /schemas/ids/7");
      assertThat(good.requests()).containsExactly("GET /schemas/ids/7", "GET /schemas/ids/8");
    }
  }

  @Test
  void aBasePathGoesBeforeEveryPath() {
    try (StubRegistry stub = StubRegistry.answering(INT)) {
      client(stub.url() + "/apis/ccompat/v7/").schemaById(7);

      assertThat(stub.requests()).containsExactly("GET /apis/ccompat/v7/schemas/ids/7");
    }
  }

  @Test
  void subjectsAreInAlphabeticalOrderWhateverTheRegistrysIs() {
    try (StubRegistry stub = StubRegistry.answering(new Answer(200, "[\"b\",\"c\",\"a\"]"))) {
      assertThat(client(stub.url()).subjects()).containsExactly("a", "b", "c");
    }
  }

  @Test
  void aSubjectThatTheRegistryMissesTakesAnySchemaAndHasNoLevel() {
    Answer missing = new Answer(404, "{\"error_code\":40401,\"message\":\"No such subject\"}");
    try (StubRegistry stub = StubRegistry.answering(missing)) {
      assertThat(client(stub.url()).incompatibilities("s", SCHEMA)).isEmpty();
      assertThat(client(stub.url()).level("s")).isEmpty();
    }
  }

  @Test
  void whatIsNoRegistryAllowsNothing() {
    try (StubRegistry stub = StubRegistry.answering(new Answer(404, "Not Found"))) {
      assertThatThrownBy(() -> client(stub.url()).incompatibilities("s", SCHEMA))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("HTTP 404");
      assertThatThrownBy(() -> client(stub.url()).level("s"))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("HTTP 404");
    }
  }

  @Test
  void subjectsAreOneEncodedSegmentOfThePath() {
    try (StubRegistry stub = StubRegistry.answering(new Answer(200, "[1]"))) {
      client(stub.url()).versions("a/b c?ü");

      assertThat(stub.requests()).containsExactly("GET /subjects/a%2Fb%20c%3F%C3%BC/versions");
    }
  }

  @Test
  void credentialsComeFromTheSettingsOrTheUrlAndAreNeverShown() {
    List<String> sent = new CopyOnWriteArrayList<>();
    try (StubRegistry stub =
        new StubRegistry(
            exchange -> {
              sent.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
              new Answer(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}").send(exchange);
            })) {
      String withUser = "http://user:secret@127.0.0.1:" + stub.port();

      assertRefused(client(withUser), stub.url());
      assertRefused(
          client(
              stub.url(),
              "basic.auth.credentials.source",
              "USER_INFO",
              "basic.auth.user.info",
              "user:secret"),
          stub.url());
      assertRefused(
          client(
              stub.url(),
              "schema.registry.basic.auth.credentials.source",
              "USER_INFO",
              "schema.registry.basic.auth.user.info",
              "user:secret"),
          stub.url());
      assertRefused(client(stub.url()), stub.url());

      String expected =
          "Basic "
              + Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));
      assertThat(sent).containsExactly(expected, expected, expected, "null");
    }
  }

  private static void assertRefused(HttpSchemaRegistry client, String url) {
    assertThatThrownBy(client::subjects)
        .isInstanceOfSatisfying(
            RegistryException.class, e -> assertThat(e.concernsSchema()).as(url).isFalse())
        .hasMessage("Unauthorized");
  }

  @Test
  void somethingElseThanARegistryIsRecognised() {
    try (StubRegistry page = StubRegistry.answering(new Answer(200, "<html>")); ) {
      assertThatThrownBy(() -> client(page.url()).schemaById(7))
          .isInstanceOf(RegistryException.class)
          .hasMessage("no schema registry at " + page.url() + ": expected JSON");
    }
    try (StubRegistry missing = StubRegistry.answering(new Answer(404, "<html>"))) {
      assertThatThrownBy(() -> client(missing.url()).schemaById(7))
          .isInstanceOfSatisfying(
              RegistryException.class, e -> assertThat(e.concernsSchema()).isFalse())
          .hasMessage("schema registry at " + missing.url() + " answered HTTP 404");
    }
    try (StubRegistry json = StubRegistry.answering(new Answer(200, "{}"))) {
      assertThatThrownBy(() -> client(json.url()).register("s", SCHEMA))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("no number 'id'");
    }
  }

  @Test
  void aSchemaOfAnotherKindIsRefusedWithItsKind() {
    Answer protobuf = new Answer(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}");
    try (StubRegistry stub = StubRegistry.answering(protobuf)) {
      assertThatThrownBy(() -> client(stub.url()).schemaById(7))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("schema id 7")
          .hasMessageContaining("PROTOBUF, expected AVRO");
    }
  }

  @Test
  void anAnswerWithoutEndIsCutOff() {
    try (StubRegistry stub =
        new StubRegistry(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] chunk = new byte[1 << 20];
              for (int i = 0; i < 64; i++) {
                exchange.getResponseBody().write(chunk);
              }
            })) {
      assertThatThrownBy(() -> client(stub.url(), "max.retries", 0).schemaById(7))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("answer longer than 16777216 bytes");
    }
  }

  @Test
  void aBodyThatNeverComesIsNotWaitedForForever() {
    CountDownLatch testOver = new CountDownLatch(1);
    try (StubRegistry stub =
        new StubRegistry(
            exchange -> {
              exchange.sendResponseHeaders(200, 10);
              exchange.getResponseBody().write('{');
              exchange.getResponseBody().flush();
              await(testOver);
            })) {
      assertThatThrownBy(
              () ->
                  client(
                          stub.url(),
                          "max.retries",
                          0,
                          "http.connect.timeout.ms",
                          100,
                          "http.read.timeout.ms",
                          200)
                      .schemaById(7))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("no answer within 200 ms");
      testOver.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void pausesBetweenTriesGrowUpToALimit() {
    long start = System.nanoTime();

    assertThatThrownBy(
            () ->
                client(NOWHERE, "max.retries", 3, "retries.wait.ms", 50, "retries.max.wait.ms", 80)
                    .schemaById(7))
        .hasMessageContaining("(tried 4 times)");

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(50 + 80 + 80));
  }

  private static HttpSchemaRegistry client(String url, Object... settings) {
    Map<String, Object> map =
        new HashMap<>(Map.of("schema.registry.url", url, "max.retries", 2, "retries.wait.ms", "1"));
    for (int i = 0; i < settings.length; i += 2) {
      map.put((String) settings[i], settings[i + 1]);
    }
    return HttpSchemaRegistry.fromConfig(map);
  }
}
