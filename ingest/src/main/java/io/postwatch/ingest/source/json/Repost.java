// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a repost says of the original.
 *
 * @param handle who wrote it
 * @param words its beginning, cut at 140 characters
 */
record Repost(String handle, String words) {
  private static final Pattern SHAPE = Pattern.compile("RT @(\\w{1,20}): (.*+)", Pattern.DOTALL);

  static Optional<Repost> of(String text) {
    Matcher repost = SHAPE.matcher(text);
    return repost.matches()
        ? Optional.of(new Repost(repost.group(1), repost.group(2)))
        : Optional.empty();
  }
}
