// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.ArrayList;
import java.util.List;

/** Weighs the traces of one page in their order, and keeps the links in words for a closer look. */
final class Evidence implements WordSearch.Visitor<Trace> {
  /** More than prose has: pages with as many are read. */
  private static final int MAX_LINKS = 1000;

  private final Latin page;
  private final List<Integer> links = new ArrayList<>();
  private boolean enough;

  Evidence(Latin page) {
    this.page = page;
  }

  /** True where a post was seen that stands for itself. */
  boolean isEnough() {
    return enough;
  }

  /** The ends of the tags that link words to a post. */
  List<Integer> links() {
    return links;
  }

  @Override
  public boolean found(int start, Trace trace) {
    switch (trace.kind()) {
      case PLAYER -> enough |= !isSite(start, "youtube") && NearbyId.ofVideo(page, start);
      case TWEET ->
          enough |=
              !isSite(start, "twitter")
                  && !isSite(start + 1, "tiktok")
                  && NearbyId.ofTweet(page, start);
      default -> {
        if (trace.fits(page, start)) {
          enough |= !LinkInWords.at(page, start) || links.size() == MAX_LINKS;
          links.add(Tag.end(page, start));
        }
      }
    }
    return !enough;
  }

  /** True for a platform's name in an address, or in the name of a card as pages' heads have it. */
  private boolean isSite(int start, String name) {
    int end = start + name.length();
    return page.hasFolded(name, start)
        && (page.hasFolded(".com", end) || page.hasFolded("-nocookie", end) || page.at(end) == ':');
  }
}
