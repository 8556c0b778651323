// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.registry.StubRegistry.Answer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRegistriesTest {
  private static final Schema SCHEMA = Schema.create(Schema.Type.INT);

  @Test
  void aMockScopeIsOneRegistryInTheWholeProcess() {
    SchemaRegistry one = SchemaRegistries.fromConfig(Map.of("schema.registry.url", "mock://one"));
    SchemaRegistry two = SchemaRegistries.fromConfig(Map.of("schema.registry.url", "mock://two"));

    one.register("s", SCHEMA);

    assertThat(SchemaRegistries.mock("one").subjects()).containsExactly("s");
    assertThat(two.subjects()).isEmpty();
    SchemaRegistries.dropMock("one");
    assertThat(SchemaRegistries.mock("one").subjects()).isEmpty();
  }

  @Test
  void aRegistryIsAskedOnceForWhatNeverChanges() {
    Answer both = new Answer(200, "{\"id\":7,\"schema\":\"\\\"int\\\"\"}");
    try (StubRegistry stub = StubRegistry.answering(both)) {
      SchemaRegistry registry =
          SchemaRegistries.fromConfig(Map.of("schema.registry.url", stub.url()));
      for (int i = 0; i < 3; i++) {
        assertThat(registry.register("s", SCHEMA)).isEqualTo(7);
        assertThat(registry.schemaById(7)).isEqualTo(SCHEMA);
      }

      assertThat(stub.requests())
          .containsExactly("POST /subjects/s/versions", "GET /schemas/ids/7");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " , ",
        "localhost:8081",
        "ftp://localhost",
        "http://",
        "http://user:secret@host:port",
        "mock://a,mock://b"
      })
  void aUrlThatCannotBeOneIsRefusedInOneLineWithoutItsPassword(String url) {
    assertThatThrownBy(() -> SchemaRegistries.fromConfig(Map.of("schema.registry.url", url)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.url")
        .hasMessageContaining("expected")
        .message()
        .doesNotContain("\n", "secret");
  }

  @ParameterizedTest
  @CsvSource({
    "basic.auth.credentials.source, SASL_INHERIT",
    "http.read.timeout.ms, soon",
    "max.retries, -1",
    "max.retries, 1000000",
    "schema.registry.max.retries, many"
  })
  void aWrongSettingIsRefusedWithItsKey(String key, String value) {
    assertThatThrownBy(
            () ->
                SchemaRegistries.fromConfig(
                    Map.of("schema.registry.url", "http://127.0.0.1:1", key, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(key.replace("schema.registry.", ""))
        .hasMessageContaining(value);
  }

  @Test
  void userInfoWithoutPasswordIsRefusedWithoutShowingIt() {
    assertThatThrownBy(
            () ->
                SchemaRegistries.fromConfig(
                    Map.of(
                        "schema.registry.url", "http://127.0.0.1:1",
                        "basic.auth.credentials.source", "USER_INFO",
                        "basic.auth.user.info", "secret")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("basic.auth.user.info: expected user:password")
        .message()
        .doesNotContain("secret");
  }

  @Test
  void aTruststoreThatIsNotThereIsRefusedWithItsPath() {
    assertThatThrownBy(
            () ->
                SchemaRegistries.fromConfig(
                    Map.of(
                        "schema.registry.url", "https://127.0.0.1:1",
                        "schema.registry.ssl.truststore.location", "/no/such/store.p12")))
        .isInstanceOf(org.apache.kafka.common.KafkaException.class)
        .hasMessageContaining("/no/such/store.p12");
  }
}
