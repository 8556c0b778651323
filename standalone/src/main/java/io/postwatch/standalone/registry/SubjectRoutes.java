// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.postwatch.registry.InMemorySchemaRegistry;
import io.postwatch.registry.RegisteredSchema;
import io.postwatch.registry.SchemaJson;
import java.util.List;
import java.util.Optional;

/** Paths below {@code /subjects} and {@code /compatibility}. */
final class SubjectRoutes {
  private final InMemorySchemaRegistry registry;

  SubjectRoutes(InMemorySchemaRegistry registry) {
    this.registry = registry;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/subjects", this::list);
    routes.post("/subjects/{subject}", this::lookUp);
    routes.delete("/subjects/{subject}", this::delete);
    routes.get("/subjects/{subject}/versions", this::versions);
    routes.post("/subjects/{subject}/versions", this::register);
    routes.get("/subjects/{subject}/versions/{version}", http -> Answers.send(http, version(http)));
    routes.get(
        "/subjects/{subject}/versions/{version}/schema",
        http -> Answers.send(http, SchemaRoutes.tree(version(http).schema())));
    routes.get(
        "/subjects/{subject}/versions/{version}/referencedby",
        http -> Answers.send(http, referencesTo(version(http))));
    routes.delete("/subjects/{subject}/versions/{version}", this::deleteVersion);
    routes.post("/compatibility/subjects/{subject}/versions", this::checkNext);
    routes.post("/compatibility/subjects/{subject}/versions/{version}", this::checkVersion);
  }

  private void list(Context http) {
    String prefix = Optional.ofNullable(http.queryParam("subjectPrefix")).orElse("");
    List<String> subjects =
        registry.subjects(Requests.flag(http, "deleted")).stream()
            .filter(subject -> subject.startsWith(prefix))
            .toList();
    Answers.send(http, subjects);
  }

  private void lookUp(Context http) {
    Answers.send(
        http,
        registry.lookUp(
            Requests.subject(http),
            SchemaJson.readStrictly(Requests.body(http)),
            Requests.flag(http, "deleted")));
  }

  private void delete(Context http) {
    Answers.send(
        http, registry.deleteSubject(Requests.subject(http), Requests.flag(http, "permanent")));
  }

  private void versions(Context http) {
    Answers.send(http, registry.versions(Requests.subject(http), Requests.flag(http, "deleted")));
  }

  private void register(Context http) {
    int id =
        registry.register(Requests.subject(http), SchemaJson.readStrictly(Requests.body(http)));
    Answers.send(http, "id", id);
  }

  private RegisteredSchema version(Context http) {
    return registry.version(
        Requests.subject(http), Requests.version(http), Requests.flag(http, "deleted"));
  }

  /** Always empty: schemas that refer to others are not taken. */
  private static List<Integer> referencesTo(RegisteredSchema version) {
    return List.of();
  }

  private void deleteVersion(Context http) {
    Answers.send(
        http,
        registry.deleteVersion(
            Requests.subject(http), Requests.version(http), Requests.flag(http, "permanent")));
  }

  private void checkNext(Context http) {
    sendVerdict(
        http,
        registry.incompatibilities(
            Requests.subject(http), SchemaJson.readStrictly(Requests.body(http))));
  }

  private void checkVersion(Context http) {
    sendVerdict(
        http,
        registry.incompatibilities(
            Requests.subject(http),
            SchemaJson.readStrictly(Requests.body(http)),
            Requests.version(http)));
  }

  private static void sendVerdict(Context http, List<String> why) {
    var verdict = Answers.object().put("is_compatible", why.isEmpty());
    if (Requests.flag(http, "verbose")) {
      var messages = verdict.putArray("messages");
      why.forEach(messages::add);
    }
    Answers.send(http, verdict);
  }
}
