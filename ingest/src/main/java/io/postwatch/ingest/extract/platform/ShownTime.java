// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jsoup.nodes.Element;

/** The moment that a post's markup tells machines. */
final class ShownTime {
  private ShownTime() {}

  /** The first {@code <time datetime>} with an offset, or null; none after the latest time. */
  static Instant in(Element quote, Instant latest) {
    Element time = quote.selectFirst("time[datetime]");
    return time == null ? null : parse(time.attr("datetime"), latest);
  }

  /** Reads ISO 8601 with an offset; null for all else. */
  static Instant parse(String text, Instant latest) {
    try {
      Instant at = OffsetDateTime.parse(text.strip()).toInstant();
      return at.isAfter(latest) ? null : at;
    } catch (DateTimeException none) {
      return null;
    }
  }
}
