// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.postwatch.registry.RegisteredSchema;
import io.postwatch.registry.RegistryException;
import java.nio.charset.StandardCharsets;

/** What the registry says over HTTP: JSON in UTF-8. */
final class Answers {
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  static void send(Context http, JsonNode answer) {
    http.contentType(MEDIA_TYPE).result(answer.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Anything that Jackson can write: a list, a number. */
  static void send(Context http, Object answer) {
    send(http, JSON.<JsonNode>valueToTree(answer));
  }

  /** A single-field object. */
  static void send(Context http, String field, Object value) {
    send(http, object().set(field, JSON.valueToTree(value)));
  }

  static void send(Context http, RegisteredSchema version) {
    send(
        http,
        object()
            .put("subject", version.subject())
            .put("version", version.version())
            .put("id", version.id())
            .put("schema", version.schema().toString()));
  }

  static void send(Context http, RegistryException refusal) {
    http.status(refusal.httpStatus());
    send(
        http, object().put("error_code", refusal.errorCode()).put("message", refusal.getMessage()));
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
