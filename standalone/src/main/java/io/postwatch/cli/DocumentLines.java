// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.enrich.Annotations;
import io.postwatch.enrich.Annotator;
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
  private final Consumer<ObjectNode> annotated;
  private final List<ObjectNode> held = new ArrayList<>();
  private int chars;

  DocumentLines(Annotator annotator, Consumer<ObjectNode> annotated) {
    this.annotator = annotator;
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
    List<Annotations> found =
        annotator.annotateDocument(posts.stream().map(DocumentLines::text).toList());
    for (int i = 0; i < posts.size(); i++) {
      AnnotationJson.addTo(posts.get(i), found.get(i));
    }
  }

  private static String text(ObjectNode post) {
    return post.get("text").asText("");
  }
}
