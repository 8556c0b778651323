// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.List;
import java.util.regex.Pattern;

/** Weighs the traces of one page in their order. */
final class Evidence implements WordSearch.Visitor<Trace> {
  /** What may hold the end of a quote that ends nothing. */
  private static final List<String> OPAQUE =
      List.of("<!", "<script", "<style", "<textarea", "<template", "<noscript", "<iframe", "<svg");

  /** More than the tags of a player and of what it lies in. */
  private static final int NEAR = 1500;

  private static final int ID_LENGTH = 11;

  private static final Pattern MAY_HOLD_ID =
      Pattern.compile("(?:\\bdata-[\\w-]{1,30}|video-?id)\\s{0,9}\\z", Pattern.CASE_INSENSITIVE);

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
      case PLAYER -> enough |= trace.fits(page, start) && hasVideoId(start);
      case POST -> {
        if (trace.fits(page, start)) {
          linked = true;
          enough |= quotes > 0 || !LinkInWords.at(latin, start);
        }
      }
    }
    return !isEnough();
  }

  /** True where an attribute not far from an index has eleven signs, as YouTube's ids do. */
  private boolean hasVideoId(int index) {
    int end = Math.min(latin.length(), index + NEAR);
    int sign = latin.indexOf('=', Math.max(0, index - NEAR));
    for (; sign >= 0 && sign < end; sign = latin.indexOf('=', sign + 1)) {
      if (isVideoId(sign + 1)
          && MAY_HOLD_ID.matcher(latin).region(Math.max(0, sign - 40), sign).find()) {
        return true;
      }
    }
    return false;
  }

  private boolean isVideoId(int index) {
    int start = index;
    while (start < latin.length() && start - index < 9 && !isWord(latin.charAt(start))) {
      start++;
    }
    if (latin.startsWith("quot;", start)) {
      start += 5;
    }
    int end = start;
    while (end < latin.length() && end - start <= ID_LENGTH && isWord(latin.charAt(end))) {
      end++;
    }
    return end - start == ID_LENGTH;
  }

  private static boolean isWord(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  private boolean isClear(int from, int to) {
    String between = latin.substring(from, to);
    return OPAQUE.stream().noneMatch(between::contains);
  }
}
