// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.query.Shown;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.http.HostPort;
import io.postwatch.runtime.http.HttpConfig;
import io.postwatch.runtime.http.HttpServer;
import io.postwatch.runtime.http.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API of one instance on a real socket, to be asked as anybody would. */
final class Instance implements AutoCloseable {
  private static final Map<String, String> USUAL =
      Map.of(
          "kafka.bootstrap.servers", "none:9092",
          "registry.schema.registry.url", "mock://api",
          "http.port", "0");

  private final HttpClient client;
  private final QueryApi api;
  private final HttpServer server;

  private Instance(HttpConfig http, QueryApi api, HttpServer server) {
    HttpClient.Builder builder = HttpClient.newBuilder();
    http.tls().map(Tls::client).ifPresent(builder::sslContext);
    this.client = builder.build();
    this.api = api;
    this.server = server;
  }

  /**
   * Starts one, which has nothing to answer from yet.
   *
   * @param settings names and values
   */
  static Instance start(String... settings) {
    return start(Optional.empty(), settings);
  }

  /** The same with something to show. */
  static Instance start(Optional<Shown> shown, String... settings) {
    AggregateConfig config = config(settings);
    QueryApi api = new QueryApi(config, shown);
    HttpConfig http = config.http().orElseThrow();
    return new Instance(http, api, HttpServer.start(http, List.of(api)));
  }

  /** Settings as instances need them, with others given as names and values. */
  static AggregateConfig config(String... settings) {
    Map<String, String> options = new HashMap<>(USUAL);
    for (int i = 0; i < settings.length; i += 2) {
      options.put(settings[i], settings[i + 1]);
    }
    return AggregateConfig.from(Settings.load(Optional.empty(), Map.of(), options));
  }

  void answerFrom(Instances instances) {
    api.answerFrom(instances);
  }

  HostPort address() {
    return server.advertised();
  }

  /** An answer to GET, with headers given as names and values. */
  HttpResponse<String> get(String pathAndQuery, String... headers) {
    URI uri = URI.create(server.uri() + "/api/v1" + pathAndQuery);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer to a question that is answered. */
  JsonNode ask(String pathAndQuery) {
    HttpResponse<String> answer = get(pathAndQuery);
    if (answer.statusCode() != 200) {
      throw new AssertionError(pathAndQuery + ": " + answer.statusCode() + " " + answer.body());
    }
    return json(answer);
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return Json.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    api.close();
    server.close();
  }
}
