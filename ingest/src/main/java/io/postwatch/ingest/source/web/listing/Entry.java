// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A document that an address leads to.
 *
 * @param key tells it from the others of the same address, stays when its content changes; empty
 *     for the only one
 * @param fingerprint changes when its content does, as far as that is told
 * @param date when it was last changed, or published
 * @param link where it is to be fetched; empty where it is loaded already
 * @param loaded its content, where that came with the list
 */
public record Entry(
    String key,
    String fingerprint,
    Optional<Instant> date,
    Optional<URI> link,
    Optional<Loaded> loaded) {

  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparing(entry -> entry.date().orElse(Instant.MIN), Comparator.reverseOrder());

  /** The newest, newest first; those without a date last, in the order of the list. */
  static List<Entry> newest(List<Entry> entries, int most) {
    return entries.stream().sorted(NEWEST_FIRST).limit(most).toList();
  }
}
