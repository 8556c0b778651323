// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's server that takes alerts, or does not. */
final class WebhookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  private WebhookReceiver(HttpServer server) {
    this.server = server;
  }

  static WebhookReceiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    WebhookReceiver receiver = new WebhookReceiver(server);
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          receiver.received.add(new ObjectMapper().readTree(body));
          exchange.sendResponseHeaders(receiver.status, -1);
          exchange.close();
        });
    server.start();
    return receiver;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** Answers with this status from now on. */
  void answer(int newStatus) {
    status = newStatus;
  }

  /** Bodies of all requests, whatever they were answered. */
  List<JsonNode> received() {
    return List.copyOf(received);
  }

  /** Topics of the spikes that were told, tests left out. */
  List<String> topics() {
    return received.stream()
        .filter(body -> !body.get("test").asBoolean())
        .map(body -> body.get("alerts").get(0).get("spike").get("topic").asText())
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
