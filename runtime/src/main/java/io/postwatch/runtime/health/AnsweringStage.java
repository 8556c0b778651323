// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.health;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.Stage;
import io.postwatch.runtime.StageRunner.Starter;
import io.postwatch.runtime.http.HttpConfig;
import io.postwatch.runtime.http.HttpServer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A stage with a server of its own that tells how it is, and nothing else. */
public final class AnsweringStage implements Stage {
  private final Stage stage;
  private final HttpServer server;
  private final Operations operations;

  private AnsweringStage(Stage stage, HttpServer server, Operations operations) {
    this.stage = stage;
    this.server = server;
    this.operations = operations;
  }

  /** Starts a stage, with a server where the settings have an {@code http.port}. */
  public static Starter of(String name, Starter starter) {
    return settings -> {
      Optional<HttpConfig> http = HttpConfig.from(settings);
      return http.isPresent()
          ? start(name, settings, http.get(), starter)
          : starter.start(settings);
    };
  }

  private static Stage start(String name, Settings settings, HttpConfig http, Starter starter)
      throws InterruptedException {
    Operations operations = Operations.of(KafkaSettings.from(settings));
    HttpServer server = null;
    try {
      server = HttpServer.start(http, List.of(operations));
      Stage stage = starter.start(settings);
      operations.health().add(name, stage);
      return new AnsweringStage(stage, server, operations);
    } catch (RuntimeException | InterruptedException e) {
      if (server != null) {
        server.close();
      }
      operations.close();
      throw e;
    }
  }

  @Override
  public void drain() throws InterruptedException {
    stage.drain();
  }

  @Override
  public CompletableFuture<Void> ended() {
    return stage.ended();
  }

  @Override
  public boolean isWorking() {
    return stage.isWorking();
  }

  @Override
  public String state() {
    return stage.state();
  }

  @Override
  public void close() {
    server.close();
    stage.close();
    operations.close();
  }
}
