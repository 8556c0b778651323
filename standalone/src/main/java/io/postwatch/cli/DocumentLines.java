// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.enrich.Annotations;
import io.postwatch.enrich.Annotator;
import io.postwatch.enrich.places.Explanation;
import io.postwatch.enrich.places.PlaceContext;
import io.postwatch.json.AnnotationJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Annotates posts in the order in which they come, those of one {@code document} together: a post
 * without one at once, the others when the input ends or much of it is held.
 */
final class DocumentLines {
  /** UTF-16 units of text; documents that lie further apart are annotated apart. */
  private static final int MOST_HELD = 16 << 20;

  private final Annotator annotator;
  private final boolean explain;
  private final Consumer<ObjectNode> annotated;
  private final List<ObjectNode> held = new ArrayList<>();
  private int chars;

  /**
   * No lines yet.
   *
   * @param explain whether to add what spoke for and against each place
   * @param annotated takes each post, in the order in which they came
   */
  DocumentLines(Annotator annotator, boolean explain, Consumer<ObjectNode> annotated) {
    this.annotator = annotator;
    this.explain = explain;
    this.annotated = annotated;
  }

  /** Takes a post with a {@code text}. */
  void add(ObjectNode post) {
    held.add(post);
    chars += text(post).length();
    boolean mayHaveCompany = post.path("document").isTextual() || held.size() > 1;
    if (!mayHaveCompany || chars > MOST_HELD) {
      flush();
    }
  }

  /** Gives out what is held. */
  void flush() {
    Map<Object, List<ObjectNode>> documents = new LinkedHashMap<>();
    for (ObjectNode post : held) {
      Object document = post.path("document").isTextual() ? post.get("document") : new Object();
      documents.computeIfAbsent(document, d -> new ArrayList<>()).add(post);
    }
    documents.values().forEach(this::annotate);
    held.forEach(annotated);
    held.clear();
    chars = 0;
  }

  private void annotate(List<ObjectNode> posts) {
    List<String> texts = posts.stream().map(DocumentLines::text).toList();
    PlaceContext context = context(posts.get(0));
    List<Annotations> found = annotator.annotate(texts, context);
    for (int i = 0; i < posts.size(); i++) {
      addTo(posts.get(i), found.get(i));
    }
    if (explain) {
      List<List<Explanation>> explanations = annotator.explain(texts, context);
      for (int i = 0; i < posts.size(); i++) {
        ExplanationJson.addTo(posts.get(i), explanations.get(i));
      }
    }
  }

  /** As extract prints it; other values are no article. */
  private static PlaceContext context(ObjectNode post) {
    JsonNode article = post.path("article");
    return PlaceContext.ofArticle(
        article.path("url").textValue(), article.path("title").textValue(), null);
  }

  private static String text(ObjectNode post) {
    return post.get("text").asText("");
  }

  private static void addTo(ObjectNode post, Annotations found) {
    AnnotationJson.addTo(
        post, found.language(), found.entities(), found.places(), found.topics(), found.figures());
  }
}
