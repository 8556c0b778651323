// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageArticleReaderTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");

  private static PageArticle read(String head) {
    return ArticleMarkup.uncover(Markup.parse(head, "")).read(Optional.empty(), LATEST);
  }

  @Test
  void openGraphIsReadBeforePlainHtml() {
    assertThat(
            read(
                "<title>Flood | Demo</title><link rel=canonical href='https://demo.example/flood'>"
                    + "<meta property='og:title' content=' Flood\n in  town '>"
                    + "<meta property='og:site_name' content='The Demo'>"
                    + "<meta name=description content='Water in\n the streets'>"
                    + "<meta property='article:published_time' content='2025-05-04T10:00:00+02:00'>"))
        .isEqualTo(
            new PageArticle(
                "https://demo.example/flood",
                "Flood in town",
                Instant.parse("2025-05-04T08:00:00Z"),
                "The Demo",
                "Water in the streets"));
  }

  @Test
  void plainHtmlIsReadWhereOpenGraphIsMissing() {
    assertThat(
            read(
                "<title>Flood</title><meta property='og:url' content='https://www.demo.example/f'>"
                    + "<body><time datetime='2025-05-04'>4 May</time>"))
        .isEqualTo(
            new PageArticle(
                "https://www.demo.example/f",
                "Flood",
                Instant.parse("2025-05-04T00:00:00Z"),
                "demo.example",
                null));
  }

  @Test
  void whatThePageDoesNotTellIsNull() {
    assertThat(read("<p>Flood</p>")).isEqualTo(new PageArticle(null, null, null, null, null));
  }

  @Test
  void theAddressItWasFetchedFromStandsInForItsOwn() {
    PageArticle article =
        ArticleMarkup.uncover(Markup.parse("<p>Flood</p>", ""))
            .read(Optional.of("https://demo.example/flood"), LATEST);
    assertThat(article.url()).isEqualTo("https://demo.example/flood");
    assertThat(article.outlet()).isEqualTo("demo.example");
  }

  @Test
  void aSitesFrontPageIsNoArticlesAddress() {
    String front = "<link rel=canonical href='https://demo.example/'>";
    String url = "<meta property='og:url' content='https://demo.example/flood'>";
    assertThat(read(front).url()).isNull();
    assertThat(read(front + url).url()).isEqualTo("https://demo.example/flood");
  }

  @Test
  void aRelativeCanonicalAddressIsResolved() {
    PageArticle article =
        ArticleMarkup.uncover(
                Markup.parse("<link rel=canonical href='/flood'>", "https://demo.example/x?y=1"))
            .read(Optional.empty(), LATEST);
    assertThat(article.url()).isEqualTo("https://demo.example/flood");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-05-04T08:00:00Z\"}",
        "[{\"@graph\":[{\"@type\":\"WebSite\"},{\"datePublished\":\"2025-05-04T08:00:00.000Z\"}]}]",
        "{\"comment\":[{\"a\":{\"datePublished\":\"2020-01-01\"}}],\"datePublished\":\"2025-05-04T10:00+0200\"}",
      })
  void theDateOfSchemaOrgIsTheOneNearestToTheTop(String json) {
    assertThat(read("<script type='application/ld+json'>" + json + "</script>").publishedAt())
        .isEqualTo(Instant.parse("2025-05-04T08:00:00Z"));
  }

  @Test
  void whatThePageDoesNotTellItselfItsSchemaOrgDataTells() {
    PageArticle article =
        read(
            """
            <title>Flood - Demo</title>
            <script type="application/ld+json">
            {"headline": "Flood", "datePublished": "2025-05-04", "publisher": {"name": "The Demo"},
             "mainEntityOfPage": {"@id": "https://demo.example/flood?utm_source=x"}}
            </script>
            """);

    assertThat(article.title()).isEqualTo("Flood");
    assertThat(article.url()).isEqualTo("https://demo.example/flood");
    assertThat(article.outlet()).isEqualTo("The Demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"publisher\": [{\"name\": \"The Demo\"}], \"datePublished\": \"2025-05-04\"}",
        "{\"@graph\": [{\"datePublished\": \"2025-05-04\", \"publisher\": {\"@id\": \"#demo\"}},"
            + " {\"@id\": \"#demo\", \"name\": \"The Demo\"}]}",
      })
  void theOutletIsSchemaOrgsPublisherAlsoWhereTheArticleButRefersToIt(String json) {
    assertThat(read("<script type='application/ld+json'>" + json + "</script>").outlet())
        .isEqualTo("The Demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parsely-pub-date",
        "sailthru.date",
        "cXenseParse:recs:publishtime",
        "DC.date.issued",
        "pubdate",
        "publish-date",
        "date",
      })
  void theTimeForSearchEnginesStandsInForOpenGraphsAndGoesBeforeWhatThePageShows(String name) {
    assertThat(
            read("<meta name='%s' content='2025-05-04T10:00:00+02:00'><article><time datetime='2025-01-01'>"
                    .formatted(name))
                .publishedAt())
        .isEqualTo(Instant.parse("2025-05-04T08:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2027-01-01", "2025-02-30", "", "2025-05-04T99:00:00Z"})
  void aDateThatCannotBeIsNone(String date) {
    String meta = "<meta property='article:published_time' content='%s'>".formatted(date);
    assertThat(read(meta).publishedAt()).isNull();
  }

  @Test
  void brokenOrEndlessSchemaOrgDataIsPassedOver() {
    assertThat(read("<script type='application/ld+json'>{\"date</script>").publishedAt()).isNull();
    String deep = "[".repeat(100_000);
    assertThat(read("<script type='application/ld+json'>" + deep + "</script>").publishedAt())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://Demo.Example:443/Flood?id=1&utm_source=x&fbclid=y#part, https://demo.example/Flood?id=1",
    "http://demo.example:80/flood?utm_medium=x, http://demo.example/flood",
    "https://demo.example:8443/flood, https://demo.example:8443/flood",
    "https://demo.example/?p=42, https://demo.example/?p=42",
    "https://web.archive.org/web/20250504080000/https://demo.example/flood, https://demo.example/flood",
    "https://archive.ph/2025.05.04-080000/https://demo.example/flood, https://demo.example/flood",
    "https://demo.example/web/20250504/https://x.example/, https://demo.example/web/20250504/https://x.example/",
    "' https://demo.example/flood in town ', https://demo.example/flood%20in%20town",
  })
  void anArticleHasOneAddress(String written, String normalised) {
    assertThat(ArticleUrl.normalised(written)).contains(normalised);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "flood.html",
        "/flood",
        "ftp://demo.example/f",
        "https:///f",
        "a:b",
        "http://[x"
      })
  void otherWordsAreNoAddress(String written) {
    assertThat(ArticleUrl.normalised(written)).isEmpty();
  }
}
