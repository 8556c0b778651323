// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** A registry that cannot be asked must not make good records look bad. */
class UnreachableRegistryTest {
  private static final byte[] RECORD = {0, 0, 0, 0, 1, 2};

  @Test
  void aRegistryThatDoesNotAnswerIsWorthAnotherTry() {
    AvroDeserializer deserializer = deserializer("http://127.0.0.1:1");

    assertThatThrownBy(() -> deserializer.deserialize("t", RECORD))
        .isInstanceOf(RetriableException.class)
        .isNotInstanceOf(SerializationException.class);
  }

  @Test
  void theSerializerSaysSoToo() {
    try (AvroSerializer serializer = new AvroSerializer()) {
      serializer.configure(settings("http://127.0.0.1:1"), false);

      assertThatThrownBy(() -> serializer.serialize("t", 7))
          .isInstanceOf(RetriableException.class)
          .isNotInstanceOf(SerializationException.class);
    }
  }

  @Test
  void aWrongPasswordIsNeitherABadRecordNorWorthAnotherTry() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    server.start();
    try {
      AvroDeserializer deserializer =
          deserializer("http://127.0.0.1:" + server.getAddress().getPort());

      assertThatThrownBy(() -> deserializer.deserialize("t", RECORD))
          .isInstanceOf(KafkaException.class)
          .isNotInstanceOfAny(SerializationException.class, RetriableException.class)
          .hasMessageStartingWith("topic t value: schema id 1: the registry refused: ")
          .hasMessageEndingWith("answered HTTP 401");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anUnknownIdIsAskedForAgainNextTime() {
    AvroDeserializer deserializer = deserializer("mock://comes-back");
    assertThatThrownBy(() -> deserializer.deserialize("t", RECORD))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("Schema 1 not found");
    try (AvroSerializer serializer = new AvroSerializer()) {
      serializer.configure(settings("mock://comes-back"), false);

      byte[] bytes = serializer.serialize("t", 1);

      assertThat(deserializer.deserialize("t", bytes)).isEqualTo(1);
    }
  }

  private static AvroDeserializer deserializer(String url) {
    AvroDeserializer deserializer = new AvroDeserializer();
    deserializer.configure(settings(url), false);
    return deserializer;
  }

  private static Map<String, Object> settings(String url) {
    return Map.of("schema.registry.url", url, "max.retries", 1, "retries.wait.ms", 1);
  }
}
