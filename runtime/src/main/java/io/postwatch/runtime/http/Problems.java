// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Problems as RFC 9457 writes them in JSON. */
final class Problems {
  private static final String MEDIA_TYPE = "application/problem+json";

  private static final String SOON_SECONDS = "1";

  private Problems() {}

  static void send(Context http, HttpProblem problem) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "about:blank")
            .put("title", HttpStatus.forStatus(problem.status()).getMessage())
            .put("status", problem.status())
            .put("detail", problem.getMessage());
    if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
      http.header("Retry-After", SOON_SECONDS);
    }
    http.status(problem.status()).contentType(MEDIA_TYPE).result(json.toString());
  }
}
