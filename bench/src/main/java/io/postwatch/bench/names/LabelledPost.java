// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import io.postwatch.schema.EntityType;
import java.util.List;

/** A text and the names that people, or a larger model, found in it. */
public record LabelledPost(String text, List<Name> names) {

  /**
   * A name.
   *
   * @param at UTF-16 index of its first character; of a hashtag, of the one after the #
   * @param until UTF-16 index one past its last character
   */
  public record Name(EntityType type, int at, int until) {}
}
