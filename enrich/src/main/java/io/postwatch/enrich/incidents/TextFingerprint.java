// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Kind;
import io.postwatch.enrich.tokens.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells posts that say the same: the text copied by many handles, or passed on as of old by RT. */
public final class TextFingerprint {
  /** A retweet cut off at 140 characters still has as many letters, RT and the handle aside. */
  private static final int LETTERS = 80;

  /** Room for fifty handles before the first word; the rest of a text is not looked at. */
  private static final int MOST_CHARACTERS = 2_000;

  private static final int HASH_BYTES = 8;

  private TextFingerprint() {}

  /**
   * 16 hexadecimal digits: a hash of the first 80 letters and digits without case and accents,
   * leaving out handles, links and a leading RT; null when there are none.
   */
  public static String of(String text) {
    String letters = letters(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
    return letters.isEmpty() ? null : hash(letters);
  }

  private static String letters(String text) {
    List<Token> tokens = Tokenizer.tokenize(text);
    StringBuilder letters = new StringBuilder();
    for (int i = isRetweet(tokens) ? 2 : 0; i < tokens.size() && letters.length() < LETTERS; i++) {
      letters.append(tokens.get(i).norm()); // Empty for handles and links.
    }
    letters.setLength(Math.min(letters.length(), LETTERS));
    return letters.toString();
  }

  private static boolean isRetweet(List<Token> tokens) {
    return tokens.size() > 1
        && tokens.get(0).norm().equals("rt")
        && tokens.get(1).kind() == Kind.HANDLE;
  }

  private static String hash(String letters) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
