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
  void aRecordWithoutAPostIsRefusedWithItsReason() {
    assertThatThrownBy(() -> enricher.enrich(null))
        .isInstanceOf(InvalidPostException.class)
        .hasMessage("no value: expected an EmbeddedPost");
  }
}
