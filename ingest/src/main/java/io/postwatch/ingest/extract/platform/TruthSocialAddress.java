// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of posts on Truth Social, whose software is a Mastodon. */
final class TruthSocialAddress {
  private static final Pattern ACCOUNT = Pattern.compile("@?(\\w{1,60})");

  private TruthSocialAddress() {}

  static Optional<PostAddress> parse(WebAddress address) {
    boolean users = address.part(0).equals("users");
    String account = address.part(users ? 1 : 0);
    boolean named = users || account.startsWith("@");
    String second = address.part(users ? 2 : 1);
    String number =
        second.equals("posts") || second.equals("statuses") ? address.part(users ? 3 : 2) : second;
    return named && ACCOUNT.matcher(account).matches()
        ? of(account.replace("@", "").toLowerCase(Locale.ROOT), number)
        : Optional.empty();
  }

  private static Optional<PostAddress> of(String handle, String number) {
    return Digits.of(number)
        .filter(id -> id.length() >= 15 && id.length() <= 20)
        .map(
            id ->
                new PostAddress(
                    "truthsocial",
                    id,
                    handle,
                    "https://truthsocial.com/@" + handle + "/posts/" + id));
  }
}
