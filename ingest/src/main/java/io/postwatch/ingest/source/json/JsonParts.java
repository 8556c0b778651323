// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes lists of posts apart, so that a bad post spoils none beside it. */
final class JsonParts {
  private JsonParts() {}

  /**
   * What should be one post.
   *
   * @param answer the answer of X's API v2 in whose list it stands, if it does
   */
  record Part(JsonNode value, Optional<XResponse> answer) {}

  /** True for arrays, and for answers of APIs that hold any number of posts. */
  static boolean isList(JsonNode value) {
    return value.isArray() || value.path("statuses").isArray() || value.path("data").isArray();
  }

  /** The elements of a list, those of lists in it included; of any other value, itself. */
  static List<Part> of(JsonNode value) {
    List<Part> parts = new ArrayList<>();
    add(value, parts);
    return parts;
  }

  private static void add(JsonNode value, List<Part> parts) {
    if (!isList(value)) {
      parts.add(new Part(value, Optional.empty()));
    } else if (value.path("data").isArray()) {
      Optional<XResponse> answer = Optional.of(XResponse.of(value));
      value.path("data").forEach(tweet -> parts.add(new Part(tweet, answer)));
    } else {
      (value.isArray() ? value : value.path("statuses")).forEach(element -> add(element, parts));
    }
  }
}
