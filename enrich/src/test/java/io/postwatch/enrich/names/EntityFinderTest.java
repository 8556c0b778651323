// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.Annotations;
import io.postwatch.enrich.Annotator;
import io.postwatch.schema.PlaceMention;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityFinderTest {
  private static final Annotator ANNOTATOR = Annotator.withDefaults();

  @Test
  void whatFindersFindIsPutTogether() {
    assertThat(entities("Emma Watson asks the EU to help Peru"))
        .containsExactly("PERSON Emma Watson", "ORGANIZATION EU", "LOCATION Peru");
  }

  @Test
  void anOriginIsAPlaceButNoName() {
    Annotations found = ANNOTATOR.annotate("A Canadian and two friends met");

    assertThat(found.places()).extracting(PlaceMention::getCountry).containsExactly("CA");
    assertThat(found.entities()).isEmpty();
  }

  @Test
  void cyrillicPostsAreReadByRules() {
    assertThat(entities("Адвокат Ольга Миронова задержана у здания МВД"))
        .containsExactly("PERSON Ольга Миронова", "ORGANIZATION МВД");
  }

  private static List<String> entities(String text) {
    return ANNOTATOR.annotate(text).entities().stream()
        .map(entity -> entity.getType() + " " + entity.getText())
        .toList();
  }
}
