// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Parts of a page that show whatever an account or a playlist has, not posts chosen for it. */
final class Feed {
  /** As the class or id of the part has it. */
  private static final Pattern NAME =
      Pattern.compile(
          "insta(?:gram)?[-_]?(?:feed|gallery|widget|images|wall|slider|grid|carousel)"
              + "|(?:^|\\s)sbi?(?:_|$)|(?:^|\\s)sby_|jr-insta|null-instagram|wpzoom-instagram"
              + "|elfsight|eapps-|curator-feed|juicer-feed|flockler|taggbox|epyt-gallery|yotu-"
              + "|(?:youtube|yt|video)[-_]?(?:playlist|gallery|feed|subscribe|channel|rail)"
              + "|social[-_]?(?:feed|wall|stream)|live-(?:widget|stream|tv)",
          Pattern.CASE_INSENSITIVE);

  private Feed() {}

  static boolean surrounds(Node node) {
    for (Node at = node; at instanceof Element element; at = at.parent()) {
      if (NAME.matcher(element.className()).find() || NAME.matcher(element.id()).find()) {
        return true;
      }
    }
    return false;
  }
}
