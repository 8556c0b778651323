// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.postwatch.schema.Entity;
import io.postwatch.schema.EntityType;
import io.postwatch.schema.PlaceMention;
import io.postwatch.schema.TopicMention;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotatorTest {
  private static final Annotator ANNOTATOR = Annotator.withDefaults();

  @Test
  void aPostIsReadAsAPersonWouldReadIt() {
    Annotations found =
        ANNOTATOR.annotate(
            "Dock workers in #Peru on strike, NATO has nothing to say. https://t.co/mali");

    assertThat(found.places())
        .extracting(PlaceMention::getText, PlaceMention::getCountry, PlaceMention::getKind)
        .containsExactly(tuple("Peru", "PE", "COUNTRY"));
    assertThat(found.entities())
        .extracting(Entity::getText, Entity::getType)
        .containsExactly(
            tuple("Peru", EntityType.LOCATION), tuple("NATO", EntityType.ORGANIZATION));
    assertThat(found.topics()).extracting(TopicMention::getTopic).containsExactly("strike");
    assertThat(found.language()).isEqualTo("en");
  }

  @Test
  void offsetsCountCodePoints() {
    PlaceMention place = ANNOTATOR.annotate("🔥🔥 Kyiv tonight").places().get(0);

    assertThat(place.getStart()).isEqualTo(3);
    assertThat(place.getEnd()).isEqualTo(7);
  }

  @Test
  void anEmptyTextHasNothingInIt() {
    assertThat(ANNOTATOR.annotate(""))
        .isEqualTo(new Annotations(null, List.of(), List.of(), List.of(), List.of()));
  }
}
