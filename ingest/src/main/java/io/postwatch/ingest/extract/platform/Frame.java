// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Frames and players of other sites in a page. */
final class Frame {
  private Frame() {}

  /**
   * The post that a frame shows, by its {@code src} or by any attribute in which a lazy loader or a
   * consent manager keeps it.
   */
  static Optional<PostAddress> of(Element frame) {
    if (frame.normalName().equals("param")) {
      String name = frame.attr("name");
      return name.equalsIgnoreCase("movie") || name.equalsIgnoreCase("src")
          ? PostAddresses.framed(frame.attr("value"))
          : Optional.empty();
    }
    Optional<PostAddress> source = PostAddresses.framed(frame.attr("src"));
    if (source.isPresent()) {
      return source;
    }
    for (Attribute attribute : frame.attributes()) {
      Optional<PostAddress> address =
          PostAddresses.framed(attribute.getValue()).or(() -> YouTubePlayer.of(frame, attribute));
      if (address.isPresent()) {
        return address;
      }
    }
    return Optional.empty();
  }
}
