// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of Bluesky posts: pages, players, and the {@code at://} form of the AT protocol. */
final class BlueskyAddress {
  private static final Pattern RECORD =
      Pattern.compile(
          "(?:at://)?(did:[a-z]{2,10}:[\\w.:%-]{3,100}+|[\\w.-]{4,253}+)"
              + "/app\\.bsky\\.feed\\.post/([\\w.~:-]{1,512}+)(?![\\w.~:-]).*+");

  private static final Pattern KEY = Pattern.compile("[\\w.~:-]{1,512}");
  private static final Pattern OWNER = Pattern.compile("[\\w.:-]{4,253}");

  private BlueskyAddress() {}

  static Optional<PostAddress> parse(WebAddress address) {
    if (address.part(0).equals("embed")) {
      return record(String.join("/", address.path().subList(1, address.path().size())));
    }
    return address.part(0).equals("profile") && address.part(2).equals("post")
        ? of(address.part(1), address.part(3))
        : Optional.empty();
  }

  /** Reads {@code at://did:plc:.../app.bsky.feed.post/key}. */
  static Optional<PostAddress> record(String uri) {
    Matcher matcher = RECORD.matcher(uri.strip());
    return matcher.matches() ? of(matcher.group(1), matcher.group(2)) : Optional.empty();
  }

  private static Optional<PostAddress> of(String owner, String key) {
    if (!KEY.matcher(key).matches() || !OWNER.matcher(owner).matches()) {
      return Optional.empty();
    }
    String handle = owner.startsWith("did:") ? null : owner.toLowerCase(Locale.ROOT);
    String url = "https://bsky.app/profile/" + owner + "/post/" + key;
    return Optional.of(new PostAddress("bluesky", key, handle, url));
  }
}
