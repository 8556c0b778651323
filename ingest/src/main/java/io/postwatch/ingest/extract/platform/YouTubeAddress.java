// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of YouTube videos: players, watch pages, shorts and short links. */
final class YouTubeAddress {
  /** Old players carry on after the id with an ampersand. */
  private static final Pattern ID = Pattern.compile("([\\w-]{11})(?![\\w-]).*+");

  /** Players of a playlist and of whatever a channel is sending, not of one video. */
  private static final Set<String> NO_VIDEO = Set.of("videoseries", "live_stream");

  private static final Set<String> BEFORE_ID = Set.of("embed", "v", "e", "shorts", "live");

  private YouTubeAddress() {}

  static Optional<PostAddress> parse(WebAddress address) {
    if (address.host().endsWith("youtu.be")) {
      return ofId(address.part(0));
    }
    if (BEFORE_ID.contains(address.part(0))) {
      return ofId(address.part(1));
    }
    return address.part(0).startsWith("watch")
        ? address.parameter("v").flatMap(YouTubeAddress::ofId)
        : Optional.empty();
  }

  /** The video of that id, empty where it cannot be one. */
  static Optional<PostAddress> ofId(String text) {
    Matcher matcher = ID.matcher(text.strip());
    if (!matcher.matches() || NO_VIDEO.contains(matcher.group(1))) {
      return Optional.empty();
    }
    String id = matcher.group(1);
    return Optional.of(
        new PostAddress("youtube", id, null, "https://www.youtube.com/watch?v=" + id));
  }
}
