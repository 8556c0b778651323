// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import io.postwatch.ingest.extract.html.Markup;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/**
 * What a feed itself has of an article.
 *
 * @param html the longest of what it gives: full content, summary, description; empty for nothing
 */
record EntryContent(String html) {
  /** Characters of text; the first paragraphs that feeds give as teasers have up to some 600. */
  private static final int LONGEST_TEASER = 1000;

  private static final Pattern EMBED = Pattern.compile("(?i)<(?:blockquote|iframe)[\\s>]");
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!]");

  static EntryContent of(SyndEntry entry) {
    return new EntryContent(
        Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
            .map(SyndContent::getValue)
            .filter(value -> value != null && !value.isBlank())
            .max(Comparator.comparingInt(String::length))
            .map(EntryContent::asHtml)
            .orElse(""));
  }

  private static String asHtml(String value) {
    return TAG.matcher(value).find() ? value : value.replace("\n", "<br>\n");
  }

  boolean isEmpty() {
    return html.isEmpty();
  }

  /** True where the article itself is elsewhere; teasers are short, and embed nothing. */
  boolean isTeaser() {
    return !EMBED.matcher(html).find()
        && (html.length() <= LONGEST_TEASER
            || Markup.parse(html, "").text().length() <= LONGEST_TEASER);
  }

  /** The page that this would be, had it been published alone, with the facts that the feed has. */
  Loaded asPage(SyndEntry entry, Optional<URI> link) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\">");
    if (entry.getTitle() != null) {
      String title = Jsoup.parseBodyFragment(entry.getTitle()).text();
      page.append("<title>").append(Entities.escape(title)).append("</title>");
    }
    link.ifPresent(
        url ->
            page.append("<link rel=\"canonical\" href=\"")
                .append(Entities.escape(url.toString()))
                .append("\">"));
    if (entry.getPublishedDate() != null) {
      page.append("<meta property=\"article:published_time\" content=\"")
          .append(entry.getPublishedDate().toInstant())
          .append("\">");
    }
    page.append("</head><body><article>").append(html).append("</article></body></html>");
    byte[] body = page.toString().getBytes(StandardCharsets.UTF_8);
    return new Loaded(link, Optional.of(StandardCharsets.UTF_8.name()), body);
  }
}
