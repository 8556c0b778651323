// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The tenth of a set without a part for measuring that training leaves out. Posts that begin with
 * the same words, as retweets do, fall on the same side.
 */
public final class HeldOut {
  private static final int COMPARED = 40;

  private HeldOut() {}

  static boolean contains(LabelledPost post) {
    return contains(post.text());
  }

  /** Whether training leaves out the post with this text. */
  public static boolean contains(String text) {
    String letters =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("^rt |https?:\\S+|@\\S+", "")
            .replaceAll("[^a-z]", "");
    CRC32 sum = new CRC32();
    sum.update(
        letters
            .substring(0, Math.min(letters.length(), COMPARED))
            .getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % 10 == 0;
  }
}
