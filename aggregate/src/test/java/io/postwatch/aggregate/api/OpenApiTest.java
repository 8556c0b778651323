// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.javalin.Javalin;
import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.ViewRun;
import io.postwatch.aggregate.alerts.AlertRoutes;
import io.postwatch.aggregate.alerts.Alerts;
import io.postwatch.aggregate.feed.LiveFeed;
import io.postwatch.aggregate.query.Shown;
import io.postwatch.aggregate.view.View;
import io.postwatch.runtime.http.HttpPart;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document that describes the API. */
class OpenApiTest {
  private final JsonNode document = Described.document();

  @Test
  void itIsAnOpenApiDocument() throws Exception {
    try (InputStream schema = OpenApiTest.class.getResourceAsStream("/openapi/3.1.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V202012)
                  .getSchema(schema)
                  .validate(document))
          .isEmpty();
    }
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
  void everySchemaIsOneAndIsUsed() {
    String all = document.toString();

    document
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              assertThat(
                      JsonSchemaFactory.getInstance(VersionFlag.V202012)
                          .getSchema(
                              SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                          .validate(schema.getValue()))
                  .as(schema.getKey())
                  .isEmpty();
              assertThat(all).contains("#/components/schemas/" + schema.getKey() + "\"");
            });
  }

  @Test
  void operationsHaveNamesOfTheirOwn() {
    assertThat(document.findValuesAsText("operationId"))
        .hasSameSizeAs(Described.routes())
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsInAPathIsAParameter() {
    document
        .get("paths")
        .properties()
        .forEach(
            path -> {
              List<String> inPath =
                  Pattern.compile("\\{(\\w+)}")
                      .matcher(path.getKey())
                      .results()
                      .map(name -> name.group(1))
                      .toList();
              path.getValue()
                  .forEach(
                      operation ->
                          assertThat(names(operation, "path"))
                              .as(path.getKey())
                              .containsExactlyElementsOf(inPath));
            });
  }

  @Test
  void everyRouteIsDescribedAndThereIsNothingElse() {
    AggregateConfig config = Instance.config();
    List<HttpPart> parts =
        List.of(api(), new LiveFeed(), new AlertRoutes(Alerts.of(config.alerts())));

    List<String> routes =
        Javalin.create(javalin -> parts.forEach(part -> part.addTo(javalin)))
            .unsafe
            .internalRouter
            .allHttpHandlers()
            .stream()
            .map(handler -> handler.endpoint)
            .filter(route -> route.path.startsWith(QueryApi.BASE))
            .map(route -> route.method + " " + route.path.substring(QueryApi.BASE.length()))
            .toList();

    assertThat(Described.routes()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void everyEndpointTakesTheParametersThatItIsSaidToTake() {
    for (Endpoint<?> endpoint : api().endpoints()) {
      TreeSet<String> taken = new TreeSet<>(endpoint.single());
      taken.addAll(endpoint.repeatable());
      JsonNode operation = document.at("/paths").path(endpoint.path()).path("get");
      List<String> described = new ArrayList<>(names(operation, "query"));
      described.addAll(names(operation, "path"));

      assertThat(described).as(endpoint.path()).containsExactlyInAnyOrderElementsOf(taken);
      assertThat(repeatable(operation))
          .as(endpoint.path())
          .containsExactlyInAnyOrderElementsOf(endpoint.repeatable());
    }
  }

  private static QueryApi api() {
    try (View view = ViewRun.view()) {
      Shown shown = new Shown(view, InstantSource.system());
      return new QueryApi(Instance.config(), Optional.of(shown));
    }
  }

  private List<String> names(JsonNode operation, String where) {
    return parameters(operation).stream()
        .filter(parameter -> parameter.get("in").asText().equals(where))
        .map(parameter -> parameter.get("name").asText())
        .toList();
  }

  private List<String> repeatable(JsonNode operation) {
    return parameters(operation).stream()
        .filter(parameter -> parameter.at("/schema/type").asText().equals("array"))
        .map(parameter -> parameter.get("name").asText())
        .toList();
  }

  private List<JsonNode> parameters(JsonNode operation) {
    List<JsonNode> parameters = new ArrayList<>();
    operation
        .get("parameters")
        .forEach(
            one ->
                parameters.add(
                    one.has("$ref") ? document.at(one.get("$ref").asText().substring(1)) : one));
    return parameters;
  }
}
