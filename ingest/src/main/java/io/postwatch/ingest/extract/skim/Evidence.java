// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.List;

/** Weighs the traces of one page in their order. */
final class Evidence implements WordSearch.Visitor<Trace> {
  /** What may hold the end of a quote that ends nothing. */
  private static final List<String> OPAQUE =
      List.of("<!", "<script", "<style", "<textarea", "<template", "<noscript", "<iframe", "<svg");

  private final byte[] page;
  private final String latin;
  private int quotes;
  private int lastQuote;
  private boolean framed;
  private boolean linked;
  private boolean enough;

  Evidence(byte[] page, String latin) {
    this.page = page;
    this.latin = latin;
  }

  /** True where a post was seen that stands for itself, or a link that something frames. */
  boolean isEnough() {
    return enough || framed && linked;
  }

  @Override
  public boolean found(int start, Trace trace) {
    switch (trace.kind()) {
      case QUOTE -> {
        quotes++;
        lastQuote = start;
      }
      case END_OF_QUOTE -> quotes -= quotes > 0 && isClear(lastQuote, start) ? 1 : 0;
      case FRAME -> framed = true;
      case PLAYER -> enough |= trace.fits(page, start) && NearbyId.ofVideo(latin, start);
      case TWEET -> enough |= trace.fits(page, start) && NearbyId.ofTweet(latin, start);
      case POST -> {
        if (trace.fits(page, start)) {
          linked = true;
          enough |= quotes > 0 || !LinkInWords.at(latin, start) || NearbyCard.around(latin, start);
        }
      }
    }
    return !isEnough();
  }

  private boolean isClear(int from, int to) {
    String between = latin.substring(from, to);
    return OPAQUE.stream().noneMatch(between::contains);
  }
}
