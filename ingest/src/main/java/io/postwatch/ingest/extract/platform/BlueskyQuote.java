// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import io.postwatch.ingest.extract.text.ShownDate;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Bluesky's blockquote: the words in a paragraph, then name, handle and a link around the date. */
final class BlueskyQuote implements QuoteReader {
  private static final Pattern SIGNATURE =
      Pattern.compile("(?:[—–-]{1,2}+\\s*+)?+([^\\n]{0,200}?)\\s*+\\(@([\\w.-]{4,253}+)\\)");

  @Override
  public Shown read(Element quote, PostAddress address, Instant latest) {
    Element paragraph = quote.selectFirst("p");
    Shown shown =
        paragraph == null ? Shown.NOTHING : Words.of(paragraph, attachments(paragraph, address));
    Set<Element> words = paragraph == null ? Set.of() : Set.of(paragraph);
    String signature = Words.of(quote, words).text();
    Matcher matcher = SIGNATURE.matcher(signature);
    if (!matcher.find()) {
      return shown;
    }
    String name = matcher.group(1).strip();
    Optional<ShownDate> date = ShownDate.at(signature, matcher.end(), latest);
    return shown
        .signed(matcher.group(2).toLowerCase(Locale.ROOT), name.isEmpty() ? null : name)
        .dated(date.flatMap(ShownDate::day).orElse(null), null);
  }

  /** "[image or embed]": a link to the post itself stands for what is no text. */
  private static Set<Element> attachments(Element paragraph, PostAddress address) {
    Set<Element> links = new HashSet<>(paragraph.select("a[href]"));
    links.removeIf(link -> !address.isAt(link.attr("href")));
    return links;
  }
}
