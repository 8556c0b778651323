// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
  private static final String NAME = "name";
  private static final String ID = "@id";
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
        .flatMap(
            root ->
                nearest(root, node -> node.path(DATE).isTextual())
                    .map(article -> of(article, root))
                    .stream())
        .findFirst()
        .orElse(NOTHING);
  }

  private static Optional<JsonNode> parse(String json) {
    try {
      return Optional.ofNullable(MAPPER.readTree(json));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> nearest(JsonNode root, Predicate<JsonNode> which) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    for (int seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
      JsonNode node = open.remove();
      if (which.test(node)) {
        return Optional.of(node);
      }
      node.forEach(open::add);
    }
    return Optional.empty();
  }

  private static JsonLd of(JsonNode article, JsonNode root) {
    JsonNode page = article.path("mainEntityOfPage");
    return new JsonLd(
        text(article.path(DATE)),
        text(article.path("headline")),
        Stream.of(article.path("url"), page, page.path(ID))
            .flatMap(node -> text(node).stream())
            .findFirst(),
        publisher(article.path("publisher"), root));
  }

  /**
   * Its name; where the article has but its {@code @id}, as Yoast writes it, the name elsewhere.
   */
  private static Optional<String> publisher(JsonNode node, JsonNode root) {
    JsonNode publisher = node.isArray() ? node.path(0) : node;
    return text(publisher.path(NAME))
        .or(
            () ->
                text(publisher.path(ID))
                    .flatMap(
                        id ->
                            nearest(
                                root,
                                other ->
                                    id.equals(other.path(ID).textValue())
                                        && other.path(NAME).isTextual()))
                    .flatMap(other -> text(other.path(NAME))));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node.textValue()).map(String::strip).filter(s -> !s.isEmpty());
  }
}
