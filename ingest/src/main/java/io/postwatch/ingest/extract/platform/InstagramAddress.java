// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of Instagram posts, reels and videos, also with the account before them. */
final class InstagramAddress {
  private static final Set<String> BEFORE_CODE = Set.of("p", "reel", "reels", "tv");
  private static final Pattern CODE =
      Pattern.compile("(?!embed(?![\\w-]))([\\w-]{5,11})[\\w-]*+(?![\\w-]).*+");
  private static final Pattern HANDLE = Pattern.compile("[\\w.]{1,30}");

  private InstagramAddress() {}

  static Optional<PostAddress> parse(WebAddress address) {
    if (BEFORE_CODE.contains(address.part(0))) {
      return ofCode(address.part(1), null);
    }
    String account = address.part(0);
    return BEFORE_CODE.contains(address.part(1)) && HANDLE.matcher(account).matches()
        ? ofCode(address.part(2), account.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** The post of that shortcode; codes of private posts carry a key after the first 11 signs. */
  static Optional<PostAddress> ofCode(String text, String handle) {
    Matcher matcher = CODE.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String code = matcher.group(1);
    return Optional.of(
        new PostAddress("instagram", code, handle, "https://www.instagram.com/p/" + code + "/"));
  }
}
