// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of posts, videos and clips on VK; the id is as in its addresses, {@code wall-1_2},
 * since walls and videos are numbered apart.
 */
final class VkAddress {
  private static final Pattern ID =
      Pattern.compile("(wall|video|clip)(-?\\d{1,15})_(\\d{1,15})(?!\\d).*+");

  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z][\\w.]{2,40}");

  private VkAddress() {}

  static Optional<PostAddress> parse(WebAddress address) {
    switch (address.part(0)) {
      case "video_ext.php":
        return owned("video", address.parameter("oid"), address.parameter("id"));
      case "widget_post.php":
        return owned(
            "wall",
            address.parameter("owner_id").or(() -> address.parameter("oid")),
            address.parameter("post_id").or(() -> address.parameter("pid")));
      default:
        String last = address.path().isEmpty() ? "" : address.path().get(address.path().size() - 1);
        return of(last, null)
            .or(() -> address.parameter("w").flatMap(id -> of(id, account(address))))
            .or(() -> address.parameter("z").flatMap(id -> of(id, account(address))));
    }
  }

  /** The post of that number on the wall of that owner; groups have negative numbers. */
  static Optional<PostAddress> wall(String owner, String number) {
    return of("wall" + owner + "_" + number, null);
  }

  private static Optional<PostAddress> owned(
      String kind, Optional<String> owner, Optional<String> number) {
    return owner.flatMap(o -> number.flatMap(n -> of(kind + o + "_" + n, null)));
  }

  private static Optional<PostAddress> of(String text, String handle) {
    Matcher matcher = ID.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String id = matcher.group(1) + matcher.group(2) + "_" + matcher.group(3);
    return Optional.of(new PostAddress("vk", id, handle, "https://vk.com/" + id));
  }

  /** Walls shown over a page have that page's account before the question mark. */
  private static String account(WebAddress address) {
    String first = address.part(0);
    boolean own = first.equals("feed") || first.equals("video") || first.equals("search");
    return !own && ACCOUNT.matcher(first).matches() ? first.toLowerCase(Locale.ROOT) : null;
  }
}
