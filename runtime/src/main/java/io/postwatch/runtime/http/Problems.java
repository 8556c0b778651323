// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Problems as RFC 9457 writes them in JSON. */
final class Problems {
  private static final String MEDIA_TYPE = "application/problem+json";

  private static final String SOON_SECONDS = "1";

  private Problems() {}

  static void send(Context http, HttpProblem problem) {
    if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
      http.header("Retry-After", SOON_SECONDS);
    }
    http.status(problem.status())
        .contentType(MEDIA_TYPE)
        .result(json(problem.status(), problem.getMessage()));
  }

  /** Answers a request that could not even be read. */
  static boolean sendUnread(Request request, Response response, Callback done) {
    int status = response.getStatus();
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
    String detail =
        "The request cannot be read: expected HTTP with at most %d bytes of URL and headers."
            .formatted(Connections.MOST_HEADER_BYTES);
    Content.Sink.write(response, true, json(status, detail), done);
    return true;
  }

  private static String json(int status, String detail) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "about:blank")
        .put("title", org.eclipse.jetty.http.HttpStatus.getMessage(status))
        .put("status", status)
        .put("detail", detail)
        .toString();
  }
}
