// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Facts in a page's schema.org data ({@code application/ld+json}), as written there.
 *
 * @param datePublished when the article was published
 * @param headline its title
 * @param url its address
 * @param publisher name of the outlet
 */
record JsonLd(
    Optional<String> datePublished,
    Optional<String> headline,
    Optional<String> url,
    Optional<String> publisher) {

  /** A page that tells nothing. */
  private static final JsonLd NOTHING =
      new JsonLd(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Objects looked at in one page: enough for any article, few enough for a hostile one. */
  private static final int MAX_NODES = 10_000;

  private static final String DATE = "datePublished";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * The article that a page's scripts tell of: the object with a date of publication that is
   * nearest to the top, since deeper ones are of comments and related work.
   */
  static JsonLd of(List<Element> scripts) {
    return scripts.stream()
        .map(Element::data)
        .filter(json -> json.contains(DATE))
        .flatMap(json -> parse(json).stream())
        .flatMap(root -> nearest(root).stream())
        .findFirst()
        .map(JsonLd::of)
        .orElse(NOTHING);
  }

  private static Optional<JsonNode> parse(String json) {
    try {
      return Optional.ofNullable(MAPPER.readTree(json));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> nearest(JsonNode root) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    for (int seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
      JsonNode node = open.remove();
      if (node.path(DATE).isTextual()) {
        return Optional.of(node);
      }
      node.forEach(open::add);
    }
    return Optional.empty();
  }

  private static JsonLd of(JsonNode article) {
    JsonNode page = article.path("mainEntityOfPage");
    return new JsonLd(
        text(article.path(DATE)),
        text(article.path("headline")),
        Stream.of(article.path("url"), page, page.path("@id"))
            .flatMap(node -> text(node).stream())
            .findFirst(),
        text(article.path("publisher").path("name")));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node.textValue()).map(String::strip).filter(s -> !s.isEmpty());
  }
}
