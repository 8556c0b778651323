// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.enrich.Annotator.InContext;
import io.postwatch.enrich.incidents.IncidentFinder;
import io.postwatch.enrich.places.PlaceContext;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.IncidentPlace;

/** Puts what was read from a post's text beside the post. */
final class PostEnricher {
  private final Annotator annotator;

  PostEnricher(Annotator annotator) {
    this.annotator = annotator;
  }

  /**
   * Enriches a post.
   *
   * @throws InvalidPostException when there is none: a deletion is a record of its own, not a
   *     tombstone
   */
  EnrichedPost enrich(EmbeddedPost post) {
    if (post == null) {
      throw new InvalidPostException("no value: expected an EmbeddedPost");
    }
    InContext read = annotator.annotate(post.getText(), context(post));
    Annotations found = read.annotations();
    return EnrichedPost.newBuilder()
        .setPost(post)
        .setLanguage(found.language())
        .setEntities(found.entities())
        .setPlaces(found.places())
        .setTopics(found.topics())
        .setFigures(found.figures())
        .setArticlePlace(found.topics().isEmpty() ? null : articlePlace(read))
        .build();
  }

  private static PlaceContext context(EmbeddedPost post) {
    Article article = post.getArticle();
    return PlaceContext.ofArticle(article.getUrl(), article.getTitle(), post.getContext());
  }

  /** The main place of the article's title, else of what it says around the post; null for none. */
  private static IncidentPlace articlePlace(InContext read) {
    for (int i = 0; i < read.around().size(); i++) {
      PostText text = read.context().around().get(i);
      IncidentPlace place = IncidentFinder.mainPlace(text, read.around().get(i));
      if (place != null) {
        return place;
      }
    }
    return null;
  }
}
