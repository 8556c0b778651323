// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.postwatch.registry.InMemorySchemaRegistry;
import io.postwatch.registry.RegisteredSchema;
import io.postwatch.registry.RegistryException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Paths below {@code /schemas}. */
final class SchemaRoutes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InMemorySchemaRegistry registry;

  SchemaRoutes(InMemorySchemaRegistry registry) {
    this.registry = registry;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/schemas/types", http -> Answers.send(http, List.of("AVRO")));
    routes.get("/schemas/ids/{id}", http -> Answers.send(http, "schema", schema(http).toString()));
    routes.get("/schemas/ids/{id}/schema", http -> Answers.send(http, tree(schema(http))));
    routes.get("/schemas/ids/{id}/subjects", this::subjects);
    routes.get("/schemas/ids/{id}/versions", this::versions);
  }

  private Schema schema(Context http) {
    return registry.schemaById(Requests.id(http));
  }

  private void subjects(Context http) {
    Answers.send(http, uses(http).stream().map(RegisteredSchema::subject).distinct().toList());
  }

  private void versions(Context http) {
    Answers.send(
        http,
        uses(http).stream()
            .map(use -> Map.of("subject", use.subject(), "version", use.version()))
            .toList());
  }

  private List<RegisteredSchema> uses(Context http) {
    return registry.versionsOf(Requests.id(http), Requests.flag(http, "deleted"));
  }

  /** The schema as JSON, not as a string that holds it. */
  static JsonNode tree(Schema schema) {
    try {
      return JSON.readTree(schema.toString());
    } catch (JsonProcessingException e) {
      throw RegistryException.invalidSchema(e.getOriginalMessage());
    }
  }
}
