// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.x.PostLength;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The words that close an embedded post, such as {@code — Name (@handle) January 8, 2022}.
 *
 * @param platform as in the schema, e.g. {@code x}
 * @param start index of its first character, the dash
 * @param end index after its date and link, or after the handle where it has neither
 * @param author display name, or null where it is left out
 * @param handle as written, without @; null where the platform shows none
 * @param dated whether it shows a date, even one that cannot be
 * @param day the day it shows; empty where it shows none that can be
 * @param link the post's address, where a scraper kept it beside the date
 */
public record Signature(
    String platform,
    int start,
    int end,
    String author,
    String handle,
    boolean dated,
    Optional<LocalDate> day,
    Optional<StatusLink> link) {

  /** Longest texts by platform, in characters; Facebook's far longer ones are not looked for. */
  private static final Map<String, Integer> LIMITS =
      Map.of("instagram", 2200, "facebook", 2000, "reddit", 300, "bluesky", 300, "mastodon", 500);

  /** One of another platform, of which a scraper keeps no address. */
  static Signature elsewhere(
      String platform, int start, int end, String author, String handle, Optional<ShownDate> date) {
    return new Signature(
        platform,
        start,
        date.map(ShownDate::end).orElse(end),
        author.isEmpty() ? null : author,
        handle,
        date.isPresent(),
        date.flatMap(ShownDate::day),
        Optional.empty());
  }

  /** How many characters, by X's count, the post could have on its day. */
  int limit() {
    return platform.equals("x") ? PostLength.limitOn(day) : LIMITS.get(platform);
  }
}
