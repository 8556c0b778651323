// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import io.postwatch.ingest.extract.text.ShownDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Facebook's blockquote: the words in paragraphs, then a link to the author and one to the post.
 */
final class FacebookQuote implements QuoteReader {

  @Override
  public Shown read(Element quote, PostAddress address, Instant latest) {
    List<Element> links =
        quote.select("a[href]").stream().filter(link -> link.closest("p") == null).toList();
    Shown shown = words(quote);
    for (Element link : links) {
      if (!address.isAt(link.attr("href"))) {
        shown = signed(shown, link);
        break;
      }
    }
    for (Element link : links) {
      Optional<LocalDate> day = ShownDate.at(Words.text(link), 0, latest).flatMap(ShownDate::day);
      if (day.isPresent()) {
        return shown.dated(day.get(), null);
      }
    }
    return shown;
  }

  private static Shown words(Element quote) {
    Element container = new Element("div");
    quote.select("p").forEach(paragraph -> container.appendChild(paragraph.clone()));
    return Words.of(container, Set.of());
  }

  private static Shown signed(Shown shown, Element link) {
    String name = Words.text(link);
    String handle =
        WebAddress.parse(link.attr("href"))
            .filter(address -> address.domain().equals("facebook.com"))
            .map(FacebookAddress::account)
            .orElse(null);
    return shown.signed(handle, name.isEmpty() ? null : name);
  }
}
