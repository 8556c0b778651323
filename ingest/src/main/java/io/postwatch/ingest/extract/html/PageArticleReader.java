// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Reads what a page tells of its article: Open Graph, schema.org, then plain HTML. */
public final class PageArticleReader {
  /** Longer titles and descriptions are none; cut here. */
  private static final int MAX_TITLE = 500;

  /** The article's own are among the first. */
  private static final int MAX_TIMES = 1000;

  /**
   * Where pages without Open Graph tell the time to search engines and analytics, in their order.
   */
  private static final List<String> TIMES =
      List.of(
          "og:article:published_time",
          "parsely-pub-date",
          "sailthru.date",
          "cXenseParse:recs:publishtime",
          "dc.date.issued",
          "dcterms.issued",
          "dcterms.created",
          "publish-date",
          "publish_date",
          "publishdate",
          "pubdate",
          "dc.date",
          "dcterms.date",
          "date");

  private static final Pattern SPACE = Pattern.compile("\\s++");

  private final List<Element> metas = new ArrayList<>();
  private final List<Element> canonicals = new ArrayList<>();
  private final List<Element> linkedData = new ArrayList<>();
  private final List<Element> times = new ArrayList<>();
  private final String title;

  PageArticleReader(String title) {
    this.title = title;
  }

  /**
   * Reads what was noted.
   *
   * @param address where the page was fetched from, for pages that do not tell their own
   * @param latest publishing dates after it are not believed
   */
  public PageArticle read(Optional<String> address, Instant latest) {
    JsonLd linked = JsonLd.of(linkedData);
    Optional<String> url =
        url().or(() -> linked.url().flatMap(ArticleUrl::normalised)).or(() -> address);
    Optional<String> outlet =
        meta("og:site_name")
            .or(() -> linked.publisher().map(PageArticleReader::bounded))
            .or(() -> url.flatMap(ArticleUrl::host));
    return new PageArticle(
        url.orElse(null),
        title(linked).orElse(null),
        publishedAt(linked, latest).orElse(null),
        outlet.orElse(null),
        description().orElse(null));
  }

  /** Notes where the page tells of its article, whatever is taken from it later. */
  void note(Element element) {
    switch (element.normalName()) {
      case "meta" -> metas.add(element);
      case "link" -> {
        if (element.attributes().get("rel").equalsIgnoreCase("canonical")) {
          canonicals.add(element);
        }
      }
      case "script" -> {
        if (element.attr("type").equalsIgnoreCase("application/ld+json")) {
          linkedData.add(element);
        }
      }
      case "time" -> {
        if (times.size() < MAX_TIMES) {
          times.add(element);
        }
      }
      default -> {
        // Tells nothing of the article.
      }
    }
  }

  private Optional<String> url() {
    return Stream.concat(
            canonicals.stream().map(PageArticleReader::address), meta("og:url").stream())
        .map(ArticleUrl::normalised)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Resolving is dear, and few need it. */
  private static String address(Element link) {
    String href = link.attr("href").strip();
    return href.startsWith("http") ? href : link.absUrl("href");
  }

  private Optional<String> title(JsonLd linked) {
    return meta("og:title")
        .or(linked::headline)
        .or(() -> Optional.of(title))
        .map(PageArticleReader::bounded)
        .filter(text -> !text.isEmpty());
  }

  private Optional<String> description() {
    return meta("og:description")
        .or(() -> meta("description"))
        .map(PageArticleReader::bounded)
        .filter(text -> !text.isEmpty());
  }

  private static String bounded(String text) {
    String kept = text.substring(0, Math.min(text.length(), MAX_TITLE));
    return SPACE.matcher(kept).replaceAll(" ").strip();
  }

  private Optional<Instant> publishedAt(JsonLd linked, Instant latest) {
    Stream<Supplier<Optional<String>>> structured =
        Stream.of(
            () -> meta("article:published_time"),
            linked::datePublished,
            () -> content("itemprop", "datePublished"),
            () -> time(time -> time.attr("itemprop").equals("datePublished")));
    Stream<Supplier<Optional<String>>> told = TIMES.stream().map(name -> () -> meta(name));
    Stream<Supplier<Optional<String>>> shown =
        Stream.of(
            () -> time(time -> time.hasAttr("pubdate") || time.closest("article") != null),
            () -> time(time -> true));
    return Stream.of(structured, told, shown)
        .flatMap(Function.identity())
        .map(place -> place.get().flatMap(IsoTime::parse))
        .flatMap(Optional::stream)
        .filter(time -> !time.isAfter(latest))
        .findFirst();
  }

  private Optional<String> meta(String property) {
    return content("property", property).or(() -> content("name", property));
  }

  private Optional<String> content(String attribute, String value) {
    for (Element meta : metas) {
      if (meta.attributes().get(attribute).equalsIgnoreCase(value)) {
        String content = meta.attributes().get("content").strip();
        if (!content.isEmpty()) {
          return Optional.of(content);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> time(Predicate<Element> which) {
    return times.stream()
        .filter(time -> time.hasAttr("datetime"))
        .filter(which)
        .map(time -> time.attr("datetime").strip())
        .filter(datetime -> !datetime.isEmpty())
        .findFirst();
  }
}
