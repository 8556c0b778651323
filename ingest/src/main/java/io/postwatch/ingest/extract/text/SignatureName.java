// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a signature before its handle: a dash and a display name.
 *
 * @param start index of its first character
 * @param author the name with its white space collapsed, or null where it is empty
 * @param dashed whether a dash opens it
 */
record SignatureName(int start, String author, boolean dashed) {
  /** X's limit. */
  private static final int MAX_CODE_POINTS = 50;

  /** Fifty emoji of several characters each, and the dash. */
  private static final int MAX_LENGTH = 200;

  /** An em dash, as X writes it, and what wrong decoding makes of one. */
  private static final Pattern LONG_DASH = Pattern.compile("[—―⸺\\u0097]|â€”|&mdash;");

  /** Other dashes; a single hyphen only where it stands alone, as names have hyphens too. */
  private static final Pattern OTHER_DASH =
      Pattern.compile("[–\\u0096]|â€“|&ndash;|-{2,3}+|(?<!\\S)[-‐‑−](?!\\S)");

  private static final Pattern POST_LINK =
      Pattern.compile("(?:https?://t\\.co/|pic\\.(?:twitter|x)\\.com/)\\w{4,20}+");

  /** An address, a blank line or a sentence's end at a line's end: what contains it is no name. */
  private static final Pattern NO_NAME = Pattern.compile("://|\\.com/|\\n\\s*+\\n|[.!?…]\\s*+\\n");

  /** The name before an index of plain text, not reaching back beyond the floor. */
  static Optional<SignatureName> before(String text, int floor, int index) {
    int from = Math.max(floor, index - MAX_LENGTH);
    Optional<SignatureName> afterLong = afterLast(LONG_DASH, text, from, index, true);
    Optional<SignatureName> afterOther = afterLast(OTHER_DASH, text, from, index, true);
    if (afterLong.isPresent() && afterOther.isPresent()) {
      return afterOther.get().start() > afterLong.get().start() && afterLong.get().startsInside()
          ? afterOther
          : afterLong;
    }
    return afterLong
        .or(() -> afterOther)
        .or(() -> afterLast(POST_LINK, text, from, index, false).filter(n -> n.author() != null));
  }

  /** The name before an index of a page's text, where the markup shows that it is a signature. */
  static SignatureName inMarkup(String text, int index) {
    int line = text.lastIndexOf('\n', index - 1) + 1;
    return before(text, 0, index).orElseGet(() -> named(text, line, line, index, false));
  }

  private static Optional<SignatureName> afterLast(
      Pattern opening, String text, int from, int index, boolean dashed) {
    Matcher matcher =
        opening
            .matcher(text)
            .region(from, index)
            .useTransparentBounds(true)
            .useAnchoringBounds(false);
    SignatureName last = null;
    while (matcher.find()) {
      int start = dashed ? matcher.start() : matcher.end();
      last = named(text, start, matcher.end(), index, dashed);
    }
    return Optional.ofNullable(last)
        .filter(name -> name.isName(text.substring(name.start(), index)));
  }

  private static SignatureName named(
      String text, int start, int nameStart, int index, boolean dashed) {
    String author = text.substring(nameStart, index).strip().replaceAll("\\s+", " ");
    return new SignatureName(start, author.isEmpty() ? null : author, dashed);
  }

  private boolean isName(String written) {
    return !NO_NAME.matcher(written).find()
        && (author == null || author.codePointCount(0, author.length()) <= MAX_CODE_POINTS);
  }

  /** A dash before a small letter divides a sentence more often than it signs. */
  private boolean startsInside() {
    return author != null && Character.isLowerCase(author.codePointAt(0));
  }
}
