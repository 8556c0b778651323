// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;

/** TikTok's blockquote: link to the author, caption with its tags, link to the music. */
final class TikTokQuote implements QuoteReader {

  @Override
  public Shown read(Element quote, PostAddress address, Instant latest) {
    Element section = quote.selectFirst("section");
    Set<Element> around = new HashSet<>();
    for (Element link : quote.select("a[href]")) {
      if (isAuthor(link)
          || link.attr("href").contains("/music/")
          || address.isAt(link.attr("href"))) {
        around.add(link);
      }
    }
    return Words.of(section == null ? quote : section, around);
  }

  /** Mentions in the caption are links to accounts too: the author's comes before all words. */
  private static boolean isAuthor(Element link) {
    boolean first = link.previousSibling() == null || link.previousElementSibling() == null;
    boolean outside = !link.parent().normalName().equals("p");
    return first && outside && Words.text(link).startsWith("@");
  }
}
