// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of posts and comments on Reddit; the id of a comment is its own. */
final class RedditAddress {
  private static final Pattern ID = Pattern.compile("[a-z0-9]{4,10}");
  private static final Pattern ACCOUNT = Pattern.compile("[\\w-]{2,40}");

  private RedditAddress() {}

  static Optional<PostAddress> parse(WebAddress address) {
    if (address.host().equals("redd.it")) {
      return of(address.part(0), null, "https://redd.it/" + address.part(0));
    }
    int comments = address.path().indexOf("comments");
    if (comments < 0 || comments > 2) {
      return Optional.empty();
    }
    String url =
        "https://www.reddit.com/"
            + String.join(
                "/", address.path().subList(0, Math.min(address.path().size(), comments + 4)))
            + "/";
    return of(address.part(comments + 3), null, url)
        .or(() -> of(address.part(comments + 1), account(address).orElse(null), url));
  }

  /** Profiles and the posts on them name their author; elsewhere it is the subreddit's. */
  static Optional<String> account(WebAddress address) {
    boolean profile = address.part(0).equals("user") || address.part(0).equals("u");
    return profile && ACCOUNT.matcher(address.part(1)).matches()
        ? Optional.of(address.part(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static Optional<PostAddress> of(String text, String handle, String url) {
    String id = text.toLowerCase(Locale.ROOT);
    return ID.matcher(id).matches()
        ? Optional.of(new PostAddress("reddit", id, handle, url))
        : Optional.empty();
  }
}
