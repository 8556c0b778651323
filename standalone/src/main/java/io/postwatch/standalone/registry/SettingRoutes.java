// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.postwatch.registry.CompatibilityLevel;
import io.postwatch.registry.InMemorySchemaRegistry;
import io.postwatch.registry.RegistryException;
import io.postwatch.registry.RegistryMode;
import java.util.Optional;

/** Paths below {@code /config} and {@code /mode}. */
final class SettingRoutes {
  private final InMemorySchemaRegistry registry;

  SettingRoutes(InMemorySchemaRegistry registry) {
    this.registry = registry;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/config", http -> sendLevel(http, registry.globalLevel()));
    routes.put("/config", this::setGlobalLevel);
    routes.delete("/config", this::clearGlobalLevel);
    routes.get("/config/{subject}", this::level);
    routes.put("/config/{subject}", this::setLevel);
    routes.delete("/config/{subject}", this::clearLevel);
    routes.get("/mode", http -> sendMode(http, globalMode()));
    routes.put("/mode", http -> setMode(http, Optional.empty()));
    routes.get("/mode/{subject}", this::mode);
    routes.put("/mode/{subject}", http -> setMode(http, Optional.of(Requests.subject(http))));
    routes.delete("/mode/{subject}", this::clearMode);
  }

  private void setGlobalLevel(Context http) {
    CompatibilityLevel level = requestedLevel(http);
    registry.setGlobalLevel(level);
    Answers.send(http, "compatibility", level);
  }

  private void clearGlobalLevel(Context http) {
    CompatibilityLevel was = registry.globalLevel();
    registry.clearGlobalLevel();
    sendLevel(http, was);
  }

  private void level(Context http) {
    Optional<CompatibilityLevel> own = registry.level(Requests.subject(http));
    sendLevel(
        http,
        Requests.flag(http, "defaultToGlobal")
            ? own.orElseGet(registry::globalLevel)
            : own.orElseThrow(() -> RegistryException.noLevel(Requests.subject(http))));
  }

  private void setLevel(Context http) {
    CompatibilityLevel level = requestedLevel(http);
    registry.setLevel(Requests.subject(http), level);
    Answers.send(http, "compatibility", level);
  }

  private void clearLevel(Context http) {
    String subject = Requests.subject(http);
    CompatibilityLevel was =
        registry.level(subject).orElseThrow(() -> RegistryException.noLevel(subject));
    registry.clearLevel(subject);
    sendLevel(http, was);
  }

  private static CompatibilityLevel requestedLevel(Context http) {
    return CompatibilityLevel.of(Requests.body(http).path("compatibility").asText());
  }

  private static void sendLevel(Context http, CompatibilityLevel level) {
    Answers.send(http, "compatibilityLevel", level);
  }

  private RegistryMode globalMode() {
    return registry.mode(Optional.empty()).orElse(RegistryMode.READWRITE);
  }

  private void mode(Context http) {
    Optional<RegistryMode> own = registry.mode(Optional.of(Requests.subject(http)));
    sendMode(
        http,
        Requests.flag(http, "defaultToGlobal")
            ? own.orElseGet(this::globalMode)
            : own.orElseThrow(() -> RegistryException.noMode(Requests.subject(http))));
  }

  private void setMode(Context http, Optional<String> subject) {
    RegistryMode mode = RegistryMode.of(Requests.body(http).path("mode").asText());
    registry.setMode(subject, Optional.of(mode));
    sendMode(http, mode);
  }

  private void clearMode(Context http) {
    String subject = Requests.subject(http);
    RegistryMode was =
        registry.mode(Optional.of(subject)).orElseThrow(() -> RegistryException.noMode(subject));
    registry.setMode(Optional.of(subject), Optional.empty());
    sendMode(http, was);
  }

  private static void sendMode(Context http, RegistryMode mode) {
    Answers.send(http, "mode", mode);
  }
}
