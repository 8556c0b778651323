// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.List;
import java.util.stream.IntStream;

/** Words of which one at least stands in any markup that embeds a post. */
final class EmbedSigns {
  private static final List<String> SIGNS =
      List.of(
          "twitter",
          "tweet",
          "x.com",
          "instagram",
          "facebook",
          "fb-post",
          "tiktok",
          "threads.",
          "text-post-media",
          "bsky",
          "bluesky",
          "mastodon",
          "reddit",
          "youtu",
          "t.me",
          "telegram",
          "truthsocial",
          "vk.com",
          "/embed");

  private EmbedSigns() {}

  /** Where in the text the words begin, in its order. */
  static int[] positions(String text) {
    IntStream.Builder positions = IntStream.builder();
    for (String sign : SIGNS) {
      for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length())) {
        positions.add(at);
      }
    }
    return positions.build().sorted().toArray();
  }

  /** True where the text has one of the words; most long texts without embeds have none. */
  static boolean in(String text) {
    return SIGNS.stream().anyMatch(text::contains);
  }
}
