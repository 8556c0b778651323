// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.x.PostLength;
import java.util.regex.Pattern;

/** Reads the clues that only a candidate as a whole can give. */
final class WholeClues {
  private static final Pattern NO_WORDS =
      Pattern.compile("(?:https?://|pic\\.(?:twitter|x)\\.com/|[#@])\\S++|[^\\p{L}\\p{N}\\s]++");
  private static final Pattern SPACE = Pattern.compile("\\s++");

  private WholeClues() {}

  static void read(String words, int limit, Tally tally) {
    quotes(words, tally);
    String bare = NO_WORDS.matcher(words).replaceAll(" ").strip();
    int count = bare.isEmpty() ? 0 : SPACE.split(bare).length + ideographs(bare) / 2;
    tally.add(Clue.FEW_WORDS, count < 3);
    tally.add(Clue.SHORT, count >= 3 && count < 8);
    tally.add(Clue.FILLED, Math.min(1.0, PostLength.of(words) / (double) limit));
  }

  private static int ideographs(String words) {
    return (int) words.codePoints().filter(Character::isIdeographic).count();
  }

  /** Quotation marks that do not pair show that a quotation was cut through. */
  private static void quotes(String words, Tally tally) {
    int open = 0;
    boolean unopened = false;
    boolean german = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean closes = "”»」』】".indexOf(c) >= 0 || c == '“' && german;
      if (closes) {
        unopened |= open == 0;
        open = Math.max(0, open - 1);
        german = false;
      } else if ("“«„「『【".indexOf(c) >= 0) {
        open++;
        german = c == '„';
      }
    }
    tally.add(Clue.UNOPENED_QUOTE, unopened);
    tally.add(Clue.UNCLOSED_QUOTE, open > 0);
  }
}
