// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of posts on servers of the fediverse, which have any host: Mastodon, and Pleroma,
 * Akkoma and Misskey where they are like no other site's.
 */
final class MastodonAddress {
  private static final Pattern ACCOUNT = Pattern.compile("@\\w[\\w.-]{0,60}(?:@[\\w.-]{4,253})?");
  private static final Pattern USER = Pattern.compile("\\w[\\w.-]{0,60}");

  /** Numbers of posts since 2017; shorter ones are also those of other sites' pages. */
  private static final int LENGTH_SINCE_2017 = 15;

  /** Flake ids, by which Pleroma and Akkoma number notices. */
  private static final Pattern NOTICE = Pattern.compile("[A-Za-z0-9]{18}");

  private static final Pattern NOTE = Pattern.compile("[a-zA-Z0-9]{10,26}");

  private MastodonAddress() {}

  static Optional<PostAddress> parse(WebAddress address) {
    String first = address.part(0);
    if (ACCOUNT.matcher(first).matches()) {
      return status(address, first, address.part(1), address.part(2));
    }
    if (first.equals("web") && ACCOUNT.matcher(address.part(1)).matches()) {
      return status(address, address.part(1), address.part(2), address.part(3));
    }
    if (first.equals("users") && address.part(2).equals("statuses")) {
      boolean named = USER.matcher(address.part(1)).matches();
      return named
          ? status(address, "@" + address.part(1), address.part(3), address.part(4))
          : Optional.empty();
    }
    if (first.equals("notice") && NOTICE.matcher(address.part(1)).matches()) {
      return other(address, "notice", address.part(1));
    }
    boolean note = first.equals("embed") && address.part(1).equals("notes");
    return note && NOTE.matcher(address.part(2)).matches()
        ? other(address, "notes", address.part(2))
        : Optional.empty();
  }

  private static Optional<PostAddress> status(
      WebAddress address, String account, String number, String then) {
    String handle = account.substring(1).toLowerCase(Locale.ROOT);
    boolean embed = then.equals("embed");
    return Digits.of(number)
        .filter(id -> id.length() == number.length() && id.length() <= 20)
        .filter(id -> embed || id.length() >= LENGTH_SINCE_2017)
        .map(
            id ->
                new PostAddress(
                    "mastodon",
                    id,
                    handle,
                    "https://" + address.host() + "/" + account + "/" + id));
  }

  private static Optional<PostAddress> other(WebAddress address, String kind, String id) {
    String url = "https://" + address.host() + "/" + kind + "/" + id;
    return Optional.of(new PostAddress("mastodon", id, null, url));
  }
}
