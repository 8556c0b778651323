// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads what a page tells of its article: Open Graph, schema.org, then plain HTML. */
public final class PageArticleReader {
  /** Longer titles are no titles; cut here. */
  private static final int MAX_TITLE = 500;

  private static final Pattern SPACE = Pattern.compile("\\s++");

  private PageArticleReader() {}

  /**
   * Reads the page.
   *
   * @param address where it was fetched from, for pages that do not tell their own
   * @param latest publishing dates after it are not believed
   */
  public static PageArticle read(Document page, Optional<String> address, Instant latest) {
    Optional<String> url = url(page).or(() -> address);
    Optional<String> outlet = meta(page, "og:site_name").or(() -> url.flatMap(ArticleUrl::host));
    return new PageArticle(
        url.orElse(null),
        title(page).orElse(null),
        publishedAt(page, latest).orElse(null),
        outlet.orElse(null));
  }

  private static Optional<String> url(Document page) {
    return Stream.concat(
            page.select("link[rel=canonical][href]").stream().map(link -> link.absUrl("href")),
            meta(page, "og:url").stream())
        .map(ArticleUrl::normalised)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> title(Document page) {
    return meta(page, "og:title")
        .or(() -> Optional.ofNullable(page.selectFirst("head > title")).map(Element::text))
        .map(title -> title.substring(0, Math.min(title.length(), MAX_TITLE)))
        .map(title -> SPACE.matcher(title).replaceAll(" ").strip())
        .filter(title -> !title.isEmpty());
  }

  private static Optional<Instant> publishedAt(Document page, Instant latest) {
    Stream<Function<Document, Optional<String>>> places =
        Stream.of(
            p -> meta(p, "article:published_time"),
            JsonLd::datePublished,
            p -> attribute(p, "meta[itemprop=datePublished][content]", "content"),
            p -> attribute(p, "time[itemprop=datePublished][datetime]", "datetime"),
            p -> attribute(p, "article time[datetime], time[pubdate][datetime]", "datetime"),
            p -> attribute(p, "time[datetime]", "datetime"));
    return places
        .map(place -> place.apply(page).flatMap(IsoTime::parse))
        .flatMap(Optional::stream)
        .filter(time -> !time.isAfter(latest))
        .findFirst();
  }

  private static Optional<String> meta(Document page, String property) {
    return attribute(
        page,
        "meta[property=%1$s][content], meta[name=%1$s][content]".formatted(property),
        "content");
  }

  private static Optional<String> attribute(Document page, String selector, String attribute) {
    return Optional.ofNullable(page.selectFirst(selector))
        .map(element -> element.attr(attribute).strip())
        .filter(value -> !value.isEmpty());
  }
}
