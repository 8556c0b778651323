// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Weighs the traces of one page in their order. */
final class Evidence implements WordSearch.Visitor<Trace> {
  /** What may hold the end of a quote that ends nothing. */
  private static final List<String> OPAQUE =
      List.of("<!", "<script", "<style", "<textarea", "<template", "<noscript", "<iframe", "<svg");

  private static final Pattern OF_BUTTON =
      Pattern.compile(
          "^<(?:i|meta|link|svg|img|body|html)\\b|share|sharing|follow|button|btn|icon|timeline|feed");

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
      case TWEET -> {
        framed |= isClassOfPost(start);
        enough |= trace.fits(page, start) && NearbyId.ofTweet(latin, start);
      }
      case POST -> {
        if (trace.fits(page, start)) {
          linked = true;
          enough |= quotes > 0 || !LinkInWords.at(latin, start) || NearbyCard.around(latin, start);
        }
      }
    }
    return !isEnough();
  }

  /** True in the tag of an element whose class says that it is a post of X, not a button. */
  private boolean isClassOfPost(int index) {
    int start = Tag.start(latin, index);
    int end = start < 0 ? -1 : Tag.end(latin, index);
    if (end < 0) {
      return false;
    }
    String tag = latin.substring(start, end).toLowerCase(Locale.ROOT);
    return tag.contains("class") && !tag.startsWith("<a ") && !OF_BUTTON.matcher(tag).find();
  }

  private boolean isClear(int from, int to) {
    String between = latin.substring(from, to);
    return OPAQUE.stream().noneMatch(between::contains);
  }
}
