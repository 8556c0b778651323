// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.enrich.names.Piece.Kind;
import java.util.Locale;

/** Looks a piece up in the lexicon. */
final class WordReader {
  /** Longer runs of letters are no words. */
  private static final int LONGEST = 100;

  private static final int BRANCH_BITS = 8;

  private final Lexicon lexicon;

  WordReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Word read(String written, Kind kind) {
    String text = text(written, kind);
    String lower = fold(text);
    int post = post(text, lower, kind);
    int prose = prose(text, lower);
    return new Word(
        text,
        lower,
        kind,
        Hashes.of(lower),
        Casing.of(text, kind),
        Casing.shape(text),
        post,
        post == 0 ? 0 : prefix(lexicon.paths()[post - 1], BRANCH_BITS),
        prose,
        prose == 0 ? 0 : lexicon.groups()[prose - 1],
        kind.isRead() ? lexicon.parts().get(Hashes.of(lower)) : 0);
  }

  private static String text(String written, Kind kind) {
    return switch (kind) {
      case LINK -> "http";
      case HANDLE -> "@";
      default -> written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    };
  }

  /** In lower case, a run of digits as one 0, a letter at most twice in a row: "soooo" is "soo". */
  static String fold(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    String letters = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < letters.length(); i++) {
      char c = Character.isDigit(letters.charAt(i)) ? '0' : letters.charAt(i);
      int length = lower.length();
      boolean again = length > 0 && lower.charAt(length - 1) == c;
      boolean third = again && length > 1 && lower.charAt(length - 2) == c;
      if (!third && !(again && c == '0')) {
        lower.append(c == '’' ? '\'' : c);
      }
    }
    return lower.toString();
  }

  private int post(String text, String lower, Kind kind) {
    if (kind == Kind.HASHTAG) {
      int tagged = lexicon.posts().get(Hashes.of("#" + text.toLowerCase(Locale.ROOT)));
      if (tagged != 0) {
        return tagged;
      }
    }
    int found = lexicon.posts().get(Hashes.of(text.toLowerCase(Locale.ROOT)));
    return found != 0 ? found : lexicon.posts().get(Hashes.of(lower));
  }

  private int prose(String text, String lower) {
    int found = lexicon.prose().get(Hashes.of(text));
    if (found == 0) {
      found = lexicon.prose().get(Hashes.of(lower));
    }
    return found != 0 || lower.isEmpty() ? found : lexicon.prose().get(Hashes.of(title(lower)));
  }

  private static String title(String lower) {
    int first = Character.charCount(lower.codePointAt(0));
    return lower.substring(0, first).toUpperCase(Locale.ROOT) + lower.substring(first);
  }

  /** The first bits of a path, its length kept by the leading 1. */
  static int prefix(int path, int bits) {
    int length = 31 - Integer.numberOfLeadingZeros(path);
    return length <= bits ? path : path >>> (length - bits);
  }
}
