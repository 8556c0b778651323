// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Parts that show whatever an account, a playlist or the site has, not posts chosen for the page.
 */
final class Feed {
  /** What their classes or ids have in them, with hyphens for underscores. */
  private static final List<String> NAMES =
      List.of(
          "instagram-gallery",
          "instagram-images",
          "instagram-slider",
          "instagram-grid",
          "instagram-carousel",
          "insta-gallery",
          "null-instagram",
          "wpzoom-instagram",
          "jr-insta",
          "elfsight",
          "eapps-",
          "flockler",
          "taggbox",
          "epyt-gallery",
          "youtube-prefs-widget",
          "yotu-",
          "sby-",
          "youtube-playlist",
          "youtube-gallery",
          "youtube-feed",
          "youtube-channel",
          "video-playlist",
          "video-rail",
          "live-widget",
          "live-tv",
          "g-ytsubscribe",
          "widget widget-");

  /** What is the page, whatever its class says of what it has. */
  private static final Set<String> WHOLE = Set.of("html", "body", "main", "article");

  /** SiteOrigin's page builder makes articles of what WordPress has for side columns. */
  private static final String BUILT = "so-panel";

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
    if (WHOLE.contains(element.normalName())) {
      return false;
    }
    String names = element.className() + ' ' + element.id();
    String plain = names.toLowerCase(Locale.ROOT).replace('_', '-');
    return plain.length() > 1 && !plain.contains(BUILT) && NAMES.stream().anyMatch(plain::contains);
  }
}
