// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.source.web.fetch.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebSourceTest {
  private static final String FEED = "application/rss+xml";
  private static final String HTML = "text/html";

  private Site site;

  @BeforeEach
  void open() throws IOException {
    site = new Site();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aPageIsReadAgainWhenItHasChanged() {
    site.page("/a", HTML, "<p>one");
    try (Newsdesk desk = Newsdesk.watching(site.url("/a"))) {
      assertThat(desk.read()).containsExactly(site.url("/a") + ": <p>one");
      assertThat(desk.readAfter(Newsdesk.INTERVAL)).isEmpty();

      site.page("/a", HTML, "<p>two");
      assertThat(desk.read()).isEmpty();
      assertThat(desk.readAfter(Newsdesk.INTERVAL)).containsExactly(site.url("/a") + ": <p>two");
    }
  }

  @Test
  void aSiteIsAskedWhetherThereIsAnythingNew() {
    site.reply("/a", 200, Map.of("ETag", "\"1\"", "Content-Type", HTML), "<p>one");
    try (Newsdesk desk = Newsdesk.watching(site.url("/a"))) {
      desk.read();
      desk.readAfter(Newsdesk.INTERVAL);

      assertThat(site.asked()).containsExactly("/robots.txt", "/a", "/a");
      assertThat(site.latestHeader("If-none-match")).isEqualTo("\"1\"");
    }
  }

  @Test
  void newEntriesOfAFeedAreReadAndKnownOnesPassedOver() {
    site.page("/1", HTML, "<p>one").page("/2", HTML, "<p>two");
    site.page("/feed", FEED, feed(linked("/1")));
    String feed = site.url("/feed").toString();
    try (Newsdesk desk = Newsdesk.watching(site.url("/feed"))) {
      assertThat(desk.read()).containsExactly(feed + " " + site.url("/1") + ": <p>one");

      site.page("/feed", FEED, feed(linked("/2") + linked("/1")));
      assertThat(desk.readAfter(Newsdesk.INTERVAL))
          .containsExactly(feed + " " + site.url("/2") + ": <p>two");
      assertThat(Collections.frequency(site.asked(), "/1")).isEqualTo(1);
    }
  }

  @Test
  void aRestartKnowsWhatWasRead() {
    site.page("/1", HTML, "<p>one").page("/2", HTML, "<p>two");
    site.page("/feed", FEED, feed(linked("/1")));
    try (Newsdesk desk = Newsdesk.watching(site.url("/feed"))) {
      desk.read();
      site.page("/feed", FEED, feed(linked("/1") + linked("/2")));
      try (Newsdesk again = desk.restarted(site.url("/feed"))) {
        assertThat(again.read())
            .containsExactly(site.url("/feed") + " " + site.url("/2") + ": <p>two");
        assertThat(Collections.frequency(site.asked(), "/1")).isEqualTo(1);
      }
    }
  }

  @Test
  void fullContentNeedsNoPage() {
    String text = "The river rose again. ".repeat(60);
    site.page(
        "/feed", FEED, feed("<item><link>/1</link><description>" + text + "</description></item>"));
    try (Newsdesk desk = Newsdesk.watching(site.url("/feed"))) {
      assertThat(desk.read()).singleElement().asString().contains("The river rose");
      assertThat(site.asked()).containsExactly("/robots.txt", "/feed");
    }
  }

  @Test
  void noMoreEntriesAreReadThanIsSet() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      site.page("/" + i, HTML, "<p>" + i);
      items.append(linked("/" + i));
    }
    site.page("/feed", FEED, feed(items.toString()));
    try (Newsdesk desk = Newsdesk.bounded(site.url("/feed"), 10)) {
      assertThat(desk.read()).hasSize(10);
    }
  }

  @Test
  void fewPagesAreFetchedBeforeThoseBeforeThemAreRead() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      site.page("/" + i, HTML, "<p>" + i);
      items.append(linked("/" + i));
    }
    site.page("/feed", FEED, feed(items.toString()));
    try (Newsdesk desk = Newsdesk.watching(site.url("/feed"))) {
      desk.lookWithoutReading();

      assertThat(site.asked()).hasSize(2 + 4);
      assertThat(desk.read()).hasSize(20);
    }
  }

  @Test
  void aFeedThatIsAwayIsToldOnceAndAskedAgain() {
    site.reply("/feed", 500, Map.of(), "");
    String told = site.url("/feed") + "! HTTP 500; expected 200";
    try (Newsdesk desk = Newsdesk.watching(site.url("/feed"))) {
      assertThat(desk.read()).containsExactly(told);
      assertThat(desk.readAfter(Duration.ofSeconds(2))).isEmpty();
      assertThat(desk.readAfter(Duration.ofSeconds(4))).isEmpty();
      assertThat(Collections.frequency(site.asked(), "/feed")).isEqualTo(3);

      site.page("/1", HTML, "<p>one").page("/feed", FEED, feed(linked("/1")));
      assertThat(desk.readAfter(Duration.ofSeconds(8))).hasSize(1);

      site.reply("/feed", 500, Map.of(), "");
      assertThat(desk.readAfter(Newsdesk.INTERVAL)).containsExactly(told);
    }
  }

  @Test
  void anErrorPageInThePlaceOfAFeedIsTold() {
    site.page("/feed", HTML, "<!DOCTYPE html><html><body>We are sorry");
    try (Newsdesk desk = Newsdesk.watching(site.url("/feed"))) {
      assertThat(desk.read())
          .containsExactly(
              site.url("/feed")
                  + "! expected a feed or sitemap, by its address or type; got neither");
    }
  }

  @Test
  void anErrorPageInThePlaceOfAFeedIsAskedForLessAndLess() {
    site.page("/feed", HTML, "<html>We are sorry");
    try (Newsdesk desk = Newsdesk.watching(site.url("/feed"))) {
      desk.read();
      desk.readAfter(Newsdesk.INTERVAL);
      desk.readAfter(Newsdesk.INTERVAL.multipliedBy(2));
      assertThat(Collections.frequency(site.asked(), "/feed")).isEqualTo(3);

      desk.readAfter(Newsdesk.INTERVAL);
      assertThat(Collections.frequency(site.asked(), "/feed")).isEqualTo(3);

      site.page("/1", HTML, "<p>one").page("/feed", FEED, feed(linked("/1")));
      assertThat(desk.readAfter(Newsdesk.INTERVAL.multipliedBy(3))).hasSize(1);
      site.page("/2", HTML, "<p>two").page("/feed", FEED, feed(linked("/2")));
      assertThat(desk.readAfter(Newsdesk.INTERVAL)).hasSize(1);
    }
  }

  @Test
  void aPageThatIsGoneIsToldOnceAndTheOthersAreRead() {
    site.page("/2", HTML, "<p>two");
    site.page("/feed", FEED, feed(linked("/1") + linked("/2")));
    try (Newsdesk desk = Newsdesk.watching(site.url("/feed"))) {
      String feed = site.url("/feed").toString();
      assertThat(desk.read())
          .containsExactlyInAnyOrder(
              feed + " " + site.url("/1") + "! HTTP 404; expected 200",
              feed + " " + site.url("/2") + ": <p>two");
      assertThat(desk.readAfter(Newsdesk.INTERVAL)).isEmpty();
    }
  }

  @Test
  void aPageInTroubleIsTriedAgain() {
    site.reply("/1", 500, Map.of(), "").page("/feed", FEED, feed(linked("/1")));
    try (Newsdesk desk = Newsdesk.watching(site.url("/feed"))) {
      assertThat(desk.read()).isEmpty();
      assertThat(desk.source().isPending()).isTrue();

      site.page("/1", HTML, "<p>one");
      assertThat(desk.readAfter(Duration.ofSeconds(2))).hasSize(1);
      assertThat(desk.source().isPending()).isFalse();
    }
  }

  @Test
  void whoReadsOnceTriesAFewTimesAndThenTells() {
    site.reply("/a", 500, Map.of(), "");
    try (Newsdesk desk = Newsdesk.once(site.url("/a"))) {
      assertThat(desk.read()).isEmpty();
      assertThat(desk.source().isPending()).isTrue();
      assertThat(desk.readAfter(Duration.ofSeconds(2))).isEmpty();
      assertThat(desk.readAfter(Duration.ofSeconds(4)))
          .containsExactly(site.url("/a") + "! HTTP 500; expected 200");
      assertThat(desk.source().isPending()).isFalse();
      assertThat(desk.readAfter(Newsdesk.INTERVAL)).isEmpty();
    }
  }

  @Test
  void whoReadsOnceTriesAHostThatIsAwayAFewTimesToo() {
    site.reply("/robots.txt", 503, Map.of(), "");
    try (Newsdesk desk = Newsdesk.once(site.url("/a"))) {
      assertThat(desk.read()).isEmpty();
      assertThat(desk.readAfter(Duration.ofSeconds(2))).isEmpty();
      assertThat(desk.readAfter(Duration.ofSeconds(4))).hasSize(1);
      assertThat(site.asked()).hasSize(3);
    }
  }

  @Test
  void pagesAreNotGivenUpForWhatAnotherMet() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      site.reply("/" + i, i == 0 ? 503 : 200, Map.of("Content-Type", HTML), "<p>" + i);
      items.append(linked("/" + i));
    }
    site.page("/feed", FEED, feed(items.toString()));
    try (Newsdesk desk = Newsdesk.once(site.url("/feed"))) {
      List<String> read = new ArrayList<>();
      for (int minute = 0; minute < 30; minute++) {
        read.addAll(desk.readAfter(Duration.ofMinutes(1)));
      }

      assertThat(read).filteredOn(line -> line.contains(": <p>")).hasSize(7);
      assertThat(read).filteredOn(line -> line.endsWith("! HTTP 503; expected 200")).hasSize(1);
      assertThat(desk.source().isPending()).isFalse();
    }
  }

  @Test
  void whoReadsOnceDoesNotWaitForASiteThatWantsMuchTime() {
    site.reply("/a", 429, Map.of("Retry-After", "3600"), "");
    try (Newsdesk desk = Newsdesk.once(site.url("/a"))) {
      assertThat(desk.read()).containsExactly(site.url("/a") + "! HTTP 429; expected 200");
      assertThat(desk.source().isPending()).isFalse();
    }
  }

  @Test
  void whoReadsOnceTellsWhatWasPutOffInOtherWords() {
    site.page("/1", HTML, "<p>one").reply("/2", 429, Map.of("Retry-After", "3600"), "");
    site.page("/3", HTML, "<p>three");
    site.page("/feed", FEED, feed(linked("/1") + linked("/2") + linked("/3")));
    try (Newsdesk desk = Newsdesk.once(site.url("/feed"))) {
      assertThat(desk.read())
          .hasSize(3)
          .anyMatch(line -> line.endsWith("/2! HTTP 429; expected 200"))
          .anyMatch(line -> line.contains("/3! not asked: 127.0.0.1:"));
      assertThat(site.asked()).doesNotContain("/3");
      assertThat(desk.source().isPending()).isFalse();
    }
  }

  @Test
  void whoWatchesWaitsForWhatWasPutOff() {
    site.page("/1", HTML, "<p>one").reply("/2", 429, Map.of("Retry-After", "3600"), "");
    site.page("/map2", "application/xml", sitemap("/1", "2022-01-09"));
    site.page("/index", "text/xml", index("/2", "/map2"));
    try (Newsdesk desk = Newsdesk.watching(site.url("/index"))) {
      assertThat(desk.read()).containsExactly(site.url("/2") + "! HTTP 429; expected 200");
      assertThat(desk.readAfter(Newsdesk.INTERVAL)).isEmpty();

      site.page("/2", "application/xml", sitemap("/1", "2022-01-09"));
      assertThat(desk.readAfter(Duration.ofHours(1))).hasSize(1);
    }
  }

  @Test
  void pagesOfASitemapAreReadAgainWhenTheirDateChanges() {
    site.page("/1", HTML, "<p>one");
    site.page("/map", "application/xml", sitemap("/1", "2022-01-09"));
    try (Newsdesk desk = Newsdesk.watching(site.url("/map"))) {
      assertThat(desk.read()).hasSize(1);
      assertThat(desk.readAfter(Newsdesk.INTERVAL)).isEmpty();

      site.page("/map", "application/xml", sitemap("/1", "2022-01-10"));
      assertThat(desk.readAfter(Newsdesk.INTERVAL)).hasSize(1);
    }
  }

  @Test
  void anIndexLeadsToItsSitemapsAlsoGzippedOnesAndABrokenOneIsTold() throws Exception {
    site.page("/1", HTML, "<p>one");
    site.page("/broken", HTML, "We are sorry");
    site.reply("/map.gz", new Site.Reply(200, Map.of(), gzipped(sitemap("/1", "2022-01-09"))));
    site.page("/index", "text/xml", index("/broken", "/map.gz"));
    try (Newsdesk desk = Newsdesk.watching(site.url("/index"))) {
      assertThat(desk.read())
          .containsExactlyInAnyOrder(
              site.url("/broken") + "! expected a sitemap",
              site.url("/index") + " " + site.url("/1") + ": <p>one");
      assertThat(desk.readAfter(Newsdesk.INTERVAL)).isEmpty();
    }
  }

  @Test
  void aBombInASitemapIsTold() throws Exception {
    byte[] bomb = gzipped("<urlset>" + " ".repeat(20_000_000));
    site.reply("/map.gz", new Site.Reply(200, Map.of(), bomb));
    try (Newsdesk desk = Newsdesk.watching(site.url("/map.gz"))) {
      assertThat(desk.read())
          .containsExactly(
              site.url("/map.gz") + "! larger than 1000000 bytes (ingest.fetch.max-bytes)");
    }
  }

  private String linked(String path) {
    return "<item><link>%s</link><guid>%s</guid></item>".formatted(path, site.url(path));
  }

  private static String feed(String items) {
    return "<rss version=\"2.0\"><channel><title>D</title>" + items + "</channel></rss>";
  }

  private String sitemap(String path, String date) {
    return ("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>%s</loc>"
            + "<lastmod>%s</lastmod></url></urlset>")
        .formatted(site.url(path), date);
  }

  private String index(String... paths) {
    StringBuilder xml =
        new StringBuilder("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (String path : List.of(paths)) {
      xml.append("<sitemap><loc>").append(site.url(path)).append("</loc></sitemap>");
    }
    return xml.append("</sitemapindex>").toString();
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
