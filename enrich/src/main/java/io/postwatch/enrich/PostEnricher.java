// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.enrich.places.PlaceContext;
import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import java.util.List;

/** Puts what was read from a post's text beside the post. */
final class PostEnricher {
  private final Annotator annotator;

  PostEnricher(Annotator annotator) {
    this.annotator = annotator;
  }

  /**
   * Enriches a post.
   *
   * @throws InvalidPostException when there is none: posts are never deleted
   */
  EnrichedPost enrich(EmbeddedPost post) {
    if (post == null) {
      throw new InvalidPostException("no value: expected an EmbeddedPost");
    }
    Annotations found = annotator.annotate(List.of(post.getText()), context(post)).get(0);
    return EnrichedPost.newBuilder()
        .setPost(post)
        .setLanguage(found.language())
        .setEntities(found.entities())
        .setPlaces(found.places())
        .setTopics(found.topics())
        .setFigures(found.figures())
        .build();
  }

  private static PlaceContext context(EmbeddedPost post) {
    Article article = post.getArticle();
    return PlaceContext.ofArticle(article.getUrl(), article.getTitle(), post.getContext());
  }
}
