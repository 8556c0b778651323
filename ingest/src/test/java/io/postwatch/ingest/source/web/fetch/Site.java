// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A site on the loopback interface that answers what it is told to, and notes what it is asked. */
public final class Site implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();

  /** What is answered to one path. */
  public record Reply(int status, Map<String, String> headers, byte[] body) {}

  public Site() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(path);
    headers.add(Map.copyOf(exchange.getRequestHeaders()));
    Reply reply = replies.getOrDefault(path, new Reply(404, Map.of(), new byte[0]));
    String etag = reply.headers().get("ETag");
    boolean isKnown =
        etag != null && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    if (isKnown) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      byte[] body = reply.body();
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  /** Answers this path with status 200. */
  public Site page(String path, String type, String body) {
    return reply(path, 200, Map.of("Content-Type", type), body);
  }

  public Site reply(String path, int status, Map<String, String> headers, String body) {
    return reply(path, new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8)));
  }

  public Site reply(String path, Reply reply) {
    replies.put(path, reply);
    return this;
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** The paths asked for, in order, robots.txt among them. */
  public List<String> asked() {
    return asked;
  }

  /** The first value of a header of the latest request. */
  public String latestHeader(String name) {
    List<String> values = headers.get(headers.size() - 1).get(name);
    return values == null ? null : values.get(0);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
