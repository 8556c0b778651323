// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.List;

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

  /** True where the text has one of the words; most long texts without embeds have none. */
  static boolean in(String text) {
    return SIGNS.stream().anyMatch(text::contains);
  }
}
