// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a page shows of a post beside its address.
 *
 * @param handle the author as the signature names them, or null
 * @param author display name, or null
 * @param text the post's own words, empty where the page does not show them
 * @param links what the words link to, in order
 * @param day the day in the signature, or null
 * @param at the moment that the markup tells machines, or null
 */
record Shown(
    String handle, String author, String text, List<String> links, LocalDate day, Instant at) {

  static final Shown NOTHING = new Shown(null, null, "", List.of(), null, null);

  Shown signed(String handle, String author) {
    return new Shown(handle, author, text, links, day, at);
  }

  Shown dated(LocalDate day, Instant at) {
    return new Shown(handle, author, text, links, day, at);
  }
}
