// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.topics;

import java.util.Set;

/** The platforms that posts are of. */
public final class Platforms {
  /** As the contract names them, in {@code EmbeddedPost.platform}. */
  public static final Set<String> ALL =
      Set.of(
          "x",
          "bluesky",
          "mastodon",
          "instagram",
          "facebook",
          "tiktok",
          "threads",
          "reddit",
          "youtube",
          "telegram",
          "truthsocial",
          "vk");

  private Platforms() {}
}
