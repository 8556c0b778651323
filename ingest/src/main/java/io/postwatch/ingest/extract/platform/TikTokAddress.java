// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses of TikTok videos and photos, and of their players. */
final class TikTokAddress {
  private static final Pattern ACCOUNT = Pattern.compile("@[\\w.]{1,30}");
  private static final Set<String> KINDS = Set.of("video", "photo");

  private TikTokAddress() {}

  static Optional<PostAddress> parse(WebAddress address) {
    String first = address.part(0);
    if (ACCOUNT.matcher(first).matches() && KINDS.contains(address.part(1))) {
      return ofId(address.part(2), first.substring(1).toLowerCase(Locale.ROOT));
    }
    boolean player = first.equals("embed") || first.equals("player");
    boolean versioned = player && address.part(1).matches("v\\d");
    return player || first.equals("v")
        ? ofId(address.part(versioned ? 2 : 1).replace(".html", ""), null)
        : Optional.empty();
  }

  /** The video of that id, empty where it is no number of the length that TikTok gives. */
  static Optional<PostAddress> ofId(String text, String handle) {
    String account = handle == null ? "@" : "@" + handle;
    return Digits.of(text)
        .filter(id -> id.length() >= 15 && id.length() <= 20)
        .map(
            id ->
                new PostAddress(
                    "tiktok", id, handle, "https://www.tiktok.com/" + account + "/video/" + id));
  }
}
