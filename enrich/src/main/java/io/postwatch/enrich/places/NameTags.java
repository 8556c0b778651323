// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.schema.Entity;
import io.postwatch.schema.EntityType;
import java.util.List;

/**
 * What a tagger of names found in the texts of a document, for places to be told from people and
 * bodies.
 *
 * @param byText its names for each text, in order; texts after the last were not read by it
 */
public record NameTags(List<List<Entity>> byText) {
  /** No text was read by a tagger. */
  public static final NameTags NONE = new NameTags(List.of());

  /** Whether a tagger read a text. */
  boolean hasRead(int text) {
    return text < byText.size();
  }

  /** The type of the first name that overlaps a span, in code points; null for none. */
  EntityType of(int text, int start, int end) {
    for (Entity name : byText.get(text)) {
      if (name.getStart() < end && start < name.getEnd()) {
        return name.getType();
      }
    }
    return null;
  }
}
