// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import java.util.regex.Pattern;

/** Characters that every part of the pipeline can carry. */
public final class CleanText {
  /** NULs and halves of surrogate pairs: no encoding and no database takes them. */
  private static final Pattern UNUSABLE = Pattern.compile("[\\x00\\ud800-\\udfff]");

  private CleanText() {}

  /**
   * The text with U+FFFD for what is no character, up to {@link ContentDecoder#MAX_BYTES} UTF-16
   * units: the decoder refuses longer content, so that nothing is lost in silence.
   */
  public static String of(String text) {
    String bounded = text.substring(0, Math.min(text.length(), ContentDecoder.MAX_BYTES));
    return UNUSABLE.matcher(bounded).replaceAll("\ufffd");
  }
}
