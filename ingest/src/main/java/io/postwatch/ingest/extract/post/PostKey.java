// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The identity of a post: what makes two sightings sightings of the same one. */
public final class PostKey {
  /** 64 bits: two of a million posts agree by chance once in 30 million years of such sets. */
  private static final int HASH_DIGITS = 16;

  private static final Pattern LINK =
      Pattern.compile("(?:https?://|pic\\.(?:twitter|x)\\.com/|t\\.co/)\\S*+");

  private PostKey() {}

  /**
   * {@code platform:id}, or, for a post without id, {@code platform:~} and a hash of who wrote what
   * on which day.
   *
   * <p>The hash sees letters and digits only, in lower case and without links, so that scrapers
   * that differ in white space, quotes, dashes or links still give the same key.
   */
  public static String of(FoundPost post) {
    if (post.id() != null) {
      return post.platform() + ":" + post.id();
    }
    String day = post.shownDay() == null ? "" : post.shownDay().toString();
    return post.platform() + ":~" + sha256(day + '\n' + words(post)).substring(0, HASH_DIGITS);
  }

  /** Who wrote what, alike for all sightings of a post, whether or not they know its id. */
  public static String words(FoundPost post) {
    String handle = post.handle() == null ? "" : post.handle().toLowerCase(Locale.ROOT);
    return handle + '\n' + normalised(post.text());
  }

  /** SHA-256 of the UTF-8 bytes, in lower-case hexadecimal. */
  public static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String normalised(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(folded.length());
    LINK.matcher(folded)
        .replaceAll(" ")
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
