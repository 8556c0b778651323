// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

/** How large lists may be, so that one that is parsed takes some 150 MB of memory at the most. */
final class ListSize {
  /** Real feeds with the full content of their entries have up to 3 million characters. */
  private static final int FEED_CHARACTERS = 8_000_000;

  private static final int FEED_TAGS = 200_000;

  /** The 50,000 pages that a sitemap may list have some 10 tags each. */
  private static final int SITEMAP_TAGS = 600_000;

  private ListSize() {}

  static void check(ListKind kind, String xml) throws BrokenListException {
    if (kind == ListKind.FEED && xml.length() > FEED_CHARACTERS) {
      throw new BrokenListException("larger than 8 million characters; expected a feed");
    }
    int most = kind == ListKind.FEED ? FEED_TAGS : SITEMAP_TAGS;
    if (xml.chars().filter(c -> c == '<').limit(most + 1L).count() > most) {
      throw new BrokenListException("more than " + most + " tags; expected a feed or sitemap");
    }
  }
}
