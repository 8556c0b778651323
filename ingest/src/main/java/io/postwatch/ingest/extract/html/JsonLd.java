// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Facts in a page's schema.org data ({@code application/ld+json}). */
final class JsonLd {
  /** Objects looked at in one page: enough for any article, few enough for a hostile one. */
  private static final int MAX_NODES = 10_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonLd() {}

  /** The {@code datePublished} nearest to the top: deeper ones are of comments and related work. */
  static Optional<String> datePublished(List<Element> scripts) {
    for (Element script : scripts) {
      Optional<String> date = parse(script.data()).flatMap(JsonLd::nearest);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> parse(String json) {
    if (!json.contains("datePublished")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(MAPPER.readTree(json));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  private static Optional<String> nearest(JsonNode root) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    for (int seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
      JsonNode node = open.remove();
      JsonNode date = node.get("datePublished");
      if (date != null && date.isTextual()) {
        return Optional.of(date.textValue());
      }
      node.forEach(open::add);
    }
    return Optional.empty();
  }
}
