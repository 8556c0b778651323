// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.postwatch.runtime.http.HttpProblem;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the next page goes on: what was asked, with all that was left open resolved, so that later
 * pages belong to the first, and a position that the question itself understands.
 *
 * @param asked parameters, without the limit, which may change from page to page
 * @param position see {@link io.postwatch.aggregate.query.Page#next}
 */
record Cursor(Map<String, List<String>> asked, List<String> position) {
  private static final int LONGEST = 10_000;

  Cursor {
    asked =
        asked.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, values -> List.copyOf(values.getValue())));
    position = List.copyOf(position);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws HttpProblem 400 for anything else
   */
  static Cursor parse(String text) {
    if (text.length() > LONGEST) {
      throw wrong();
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(text);
      return Optional.ofNullable(Json.MAPPER.readValue(json, Cursor.class))
          .orElseThrow(Cursor::wrong);
    } catch (IllegalArgumentException | NullPointerException | IOException e) {
      throw wrong();
    }
  }

  String text() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Json.MAPPER.writeValueAsBytes(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a cursor cannot be written", e);
    }
  }

  static HttpProblem wrong() {
    return new HttpProblem(
        400, "cursor: expected what the answer before gave as next, with the same parameters.");
  }
}
