// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Parts of a page that show whatever an account or a playlist has, not posts chosen for it. */
final class Feed {
  /** What their classes or ids have in them, with hyphens for underscores. */
  private static final List<String> NAMES =
      List.of(
          "insta-feed",
          "instafeed",
          "insta-gallery",
          "instagram-feed",
          "instagram-gallery",
          "instagram-widget",
          "instagram-images",
          "instagram-wall",
          "instagram-slider",
          "instagram-grid",
          "instagram-carousel",
          "widget-instagram",
          "null-instagram",
          "wpzoom-instagram",
          "jr-insta",
          "sb-instagram",
          "sbi-",
          "sby-",
          "elfsight",
          "eapps-",
          "curator-feed",
          "juicer-feed",
          "flockler",
          "taggbox",
          "epyt-gallery",
          "yotu-",
          "youtube-playlist",
          "youtube-gallery",
          "youtube-feed",
          "youtube-channel",
          "video-playlist",
          "video-gallery",
          "video-rail",
          "social-feed",
          "social-wall",
          "social-stream",
          "live-widget",
          "live-stream",
          "livestream",
          "live-tv",
          "g-ytsubscribe");

  /** Posts on a page share what is around them. */
  private final Map<Element, Boolean> known = new HashMap<>();

  /** True where the element or one around it is such a part. */
  boolean surrounds(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      if (known.computeIfAbsent(at, Feed::isFeed)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFeed(Element element) {
    String names = element.className() + ' ' + element.id();
    String plain = names.toLowerCase(Locale.ROOT).replace('_', '-');
    return plain.length() > 1 && NAMES.stream().anyMatch(plain::contains);
  }
}
