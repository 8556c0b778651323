// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A server that is none: the page's own files from the class path, and the answers that a test
 * gives.
 */
final class FixedAnswers {
  static final URI ADDRESS = URI.create("http://127.0.0.1:9/");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "/api/v1/";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
          + " font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript",
          "css", "text/css",
          "json", "application/json",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();
  private volatile Predicate<Request> allowed = request -> true;
  private volatile boolean isDown;

  private FixedAnswers() {}

  /** Stands between the page and the net; nothing is counted, and the feed breaks off at once. */
  static FixedAnswers to(Page page) {
    FixedAnswers fixed = new FixedAnswers();
    fixed.answer("status", "{'clocks': ['SEEN', 'POSTED'], 'sizes': ['1m', '1h', '1d']}");
    for (String list :
        new String[] {"watch-lists", "topics", "top", "places", "rising", "spikes"}) {
      fixed.answer(list, "{'items': [], 'next': null}");
    }
    fixed.answer("series", "{'starts': [], 'items': []}");
    page.route("**/*", fixed::handle);
    return fixed;
  }

  /**
   * @param json with ' for "
   */
  void answer(String path, String json) {
    try {
      answers.put(path, JSON.readTree(json.replace('\'', '"')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void answer(String path, JsonNode json) {
    answers.put(path, json);
  }

  void forget(String path) {
    answers.remove(path);
  }

  void allow(Predicate<Request> asked) {
    allowed = asked;
  }

  void goDown(boolean down) {
    isDown = down;
  }

  private void handle(Route route) {
    String path = URI.create(route.request().url()).getPath();
    if (!path.startsWith(API)) {
      route.fulfill(file(path));
    } else if (isDown) {
      route.abort();
    } else if (!allowed.test(route.request())) {
      route.fulfill(problem(401, "A bearer token is needed."));
    } else if (path.equals(API + "feed")) {
      route.fulfill(
          new Route.FulfillOptions().setContentType("text/event-stream").setBody(":\n\n"));
    } else {
      JsonNode answer = answers.get(path.substring(API.length()));
      route.fulfill(
          answer == null
              ? problem(404, "Nothing is known of " + path + ".")
              : new Route.FulfillOptions()
                  .setContentType("application/json")
                  .setBody(answer.toString()));
    }
  }

  private static Route.FulfillOptions problem(int status, String detail) {
    ObjectNode problem = JsonNodeFactory.instance.objectNode();
    problem.put("status", status).put("detail", detail);
    return new Route.FulfillOptions()
        .setStatus(status)
        .setContentType("application/problem+json")
        .setBody(problem.toString());
  }

  private static Route.FulfillOptions file(String path) {
    String name =
        path.startsWith("/webjars/")
            ? "/META-INF/resources" + path
            : "/dashboard" + (path.equals("/") ? "/index.html" : path);
    try (InputStream in = FixedAnswers.class.getResourceAsStream(name)) {
      if (in == null) {
        return problem(404, "There is no file " + path + ".");
      }
      return new Route.FulfillOptions()
          .setContentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
          .setHeaders(Map.of("Content-Security-Policy", POLICY))
          .setBodyBytes(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
