// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.postwatch.aggregate.query.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What the OpenAPI document says of the API. */
public final class Described {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private Described() {}

  /** The document itself. */
  public static JsonNode document() {
    try {
      return Json.MAPPER.readTree(OpenApi.DOCUMENT.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its paths, each with its method, such as {@code GET /posts/{key}}. */
  public static List<String> routes() {
    TreeMap<String, String> routes = new TreeMap<>();
    document()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            routes.put(
                                method.toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                path.getKey())));
    return List.copyOf(routes.keySet());
  }

  /**
   * In what an answer to GET differs from what is described, which names everything that may be
   * there.
   *
   * @param path as the document has it
   */
  public static List<String> faults(String path, int status, JsonNode answer) {
    ObjectNode closed = document().deepCopy();
    close(closed.get("components").get("schemas"));
    close(closed.get("paths"));
    JsonNode response =
        closed
            .path("paths")
            .path(path)
            .path("get")
            .path("responses")
            .path(Integer.toString(status));
    if (response.has("$ref")) {
      response = closed.at(response.get("$ref").asText().substring(1));
    }
    String media = status == 200 ? "application/json" : "application/problem+json";
    ObjectNode schema = response.path("content").path(media).path("schema").deepCopy();
    schema.set("components", closed.get("components"));
    JsonSchema described = SCHEMAS.getSchema(schema, STRICT);
    return described.validate(answer).stream().map(Object::toString).toList();
  }

  /** The same of a page of a list, which has no next one. */
  public static List<String> listFaults(String path, Page page) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.set("items", Json.MAPPER.valueToTree(page.items()));
    answer.putNull("next");
    return faults(path, 200, answer);
  }

  /** Forbids what is not named: a reader of the document may take more, but we tell all we send. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("type").asText().equals("object")
        && object.has("properties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(Described::close);
  }
}
