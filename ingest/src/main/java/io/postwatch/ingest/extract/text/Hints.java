// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.x.StatusLink;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is known of a text beyond its characters.
 *
 * @param linkOf the link of a signature's post, empty where there is none
 * @param gaps indexes at which something was left out, across which no post can reach
 */
public record Hints(Function<Signature, Optional<StatusLink>> linkOf, NavigableSet<Integer> gaps) {

  /** For text of which nothing more is known. */
  static Hints none() {
    return new Hints(Signature::link, new TreeSet<>());
  }

  /** The nearer of a floor and the last gap before an index. */
  int floor(int floor, int index) {
    Integer gap = gaps.floor(index);
    return gap == null ? floor : Math.max(floor, gap);
  }
}
