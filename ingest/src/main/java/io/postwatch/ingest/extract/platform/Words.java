// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import io.postwatch.ingest.extract.html.ShownLinks;
import io.postwatch.ingest.extract.html.ShownText;
import io.postwatch.ingest.extract.post.PostText;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Reads the words of a post that stand in an element of their own. */
final class Words {
  private static final ShownLinks LINKS = new ShownLinks();

  private Words() {}

  /** The words of an element without certain elements in it, with what they link to. */
  static Shown of(Element element, Set<Element> leftOut) {
    ShownText shown = ShownText.of(element, leftOut::contains);
    String text = PostText.bounded(shown.text());
    return new Shown(null, null, text, LINKS.in(shown, 0, text.length()), null, null);
  }

  /** The text that a reader sees of an element. */
  static String text(Element element) {
    return ShownText.of(element, inside -> false).text();
  }
}
