// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

/** What of a {@link Sighting} a count had not counted before. */
public record Novelty(
    boolean post, boolean sighting, boolean author, boolean outlet, boolean text) {
  public static final Novelty NOTHING = new Novelty(false, false, false, false, false);
}
