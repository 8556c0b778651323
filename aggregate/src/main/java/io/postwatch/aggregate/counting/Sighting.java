// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import java.util.OptionalLong;

/**
 * A post seen in an article, as far as it counted.
 *
 * @param article which article, by its fingerprint
 * @param outlet who published it, in any case of letters; empty when not known
 * @param seenAt when it arrived, epoch milliseconds
 * @param windows in which of {@link Windows} it was counted first, a bit each
 * @param version which of the post's versions the article shows, from 0
 */
public record Sighting(long article, OptionalLong outlet, long seenAt, int windows, int version) {

  /** The same, counted in these windows only. */
  public Sighting in(int some) {
    return new Sighting(article, outlet, seenAt, some, version);
  }

  public boolean isIn(int window) {
    return (windows & 1 << window) != 0;
  }
}
