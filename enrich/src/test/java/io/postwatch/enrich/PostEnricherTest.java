// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import org.junit.jupiter.api.Test;

class PostEnricherTest {
  private final PostEnricher enricher = new PostEnricher(Annotator.withDefaults());

  @Test
  void thePostStaysAsItWas() {
    EmbeddedPost post = Posts.post("Floods in Bangladesh");

    EnrichedPost enriched = enricher.enrich(post);

    assertThat(enriched.getPost()).isSameAs(post);
    assertThat(enriched.getTopics()).isNotEmpty();
    assertThat(enriched.getPlaces()).isNotEmpty();
  }

  @Test
  void whatHasNoPlaceIsWhereTheArticlesTitleIs() {
    EmbeddedPost post = inArticle("Police fire tear gas at protesters", "Crowds fill Tbilisi");
    post.setContext("A second night in Batumi. The protests in Batumi go on.");

    assertThat(enricher.enrich(post).getArticlePlace().getName()).isEqualTo("Tbilisi");
  }

  @Test
  void whatHasNoPlaceAndNoneInTheTitleIsWhereTheWordsAroundItAre() {
    EmbeddedPost post = inArticle("Police fire tear gas at protesters", "A second night");
    post.setContext("Georgian police were out in force. The protests in Batumi go on.");

    assertThat(enricher.enrich(post).getArticlePlace().getName()).isEqualTo("Batumi");
  }

  @Test
  void theArticlesPlaceIsNotLookedForWhereThePostHasOneOrReportsNothing() {
    assertThat(enricher.enrich(inArticle("Protest in Tbilisi", "Batumi")).getArticlePlace())
        .isNull();
    assertThat(enricher.enrich(inArticle("Good morning", "Protest in Batumi")).getArticlePlace())
        .isNull();
  }

  @Test
  void anArticleThatNamesNoPlaceGivesNone() {
    assertThat(enricher.enrich(inArticle("Protesters!", null)).getArticlePlace()).isNull();
    assertThat(enricher.enrich(inArticle("Protesters!", "\ud83d …")).getArticlePlace()).isNull();
  }

  private static EmbeddedPost inArticle(String text, String title) {
    EmbeddedPost post = Posts.post(text);
    post.getArticle().setTitle(title);
    return post;
  }

  @Test
  void aRecordWithoutAPostIsRefusedWithItsReason() {
    assertThatThrownBy(() -> enricher.enrich(null))
        .isInstanceOf(InvalidPostException.class)
        .hasMessage("no value: expected an EmbeddedPost");
  }
}
