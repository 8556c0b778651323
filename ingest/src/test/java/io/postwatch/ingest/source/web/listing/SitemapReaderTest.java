// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapReaderTest {
  private static final URI ADDRESS = URI.create("https://desk.example/maps/sitemap.xml");
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  @Test
  void pagesComeWithTheirDates() throws Exception {
    List<Entry> entries =
        read(
            """
            <urlset xmlns="%s">
            <url><loc> https://desk.example/a?x=1&amp;y=2 </loc><lastmod>2022-01-09T12:00:00+01:00</lastmod></url>
            <url><loc>https://desk.example/b</loc></url>
            <url><loc>not an address</loc></url>
            </urlset>
            """
                .formatted(NAMESPACE));

    assertThat(entries)
        .extracting(entry -> entry.link().orElseThrow().toString(), Entry::fingerprint)
        .containsExactly(
            tuple("https://desk.example/a?x=1&y=2", "2022-01-09T11:00:00Z"),
            tuple("https://desk.example/b", "undated"));
  }

  @Test
  void newsComesWithItsDateOfPublication() throws Exception {
    List<Entry> entries =
        read(
            """
            <urlset xmlns="%s" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://desk.example/a</loc><news:news><news:publication><news:name>Desk</news:name>
            <news:language>en</news:language></news:publication>
            <news:publication_date>2022-01-09T12:00:00Z</news:publication_date>
            <news:title>Rain</news:title></news:news></url></urlset>
            """
                .formatted(NAMESPACE));

    assertThat(entries.get(0).date()).contains(Instant.parse("2022-01-09T12:00:00Z"));
  }

  @Test
  void anIndexGivesItsSitemaps() throws Exception {
    List<Entry> entries =
        read(
            """
            <sitemapindex xmlns="%s"><sitemap><loc>https://desk.example/maps/1.xml</loc>
            <lastmod>2022-01-09</lastmod></sitemap></sitemapindex>
            """
                .formatted(NAMESPACE));

    assertThat(entries.get(0).link()).contains(URI.create("https://desk.example/maps/1.xml"));
    assertThat(entries.get(0).date()).contains(Instant.parse("2022-01-09T00:00:00Z"));
  }

  @Test
  void theNewestAreTakenAndThoseWithoutDateLast() throws Exception {
    List<Entry> entries =
        read(
            """
            <urlset xmlns="%s"><url><loc>https://desk.example/none</loc></url>
            <url><loc>https://desk.example/old</loc><lastmod>2020-01-01</lastmod></url>
            <url><loc>https://desk.example/new</loc><lastmod>2022-01-01</lastmod></url></urlset>
            """
                .formatted(NAMESPACE));

    assertThat(Entry.newest(entries, 2))
        .extracting(Entry::key)
        .containsExactly("https://desk.example/new", "https://desk.example/old");
  }

  @Test
  void entitiesAreNotResolved() {
    String xml =
        "<!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><urlset xmlns=\""
            + NAMESPACE
            + "\"><url><loc>https://desk.example/&x;</loc></url></urlset>";

    assertThatThrownBy(() -> read(xml)).isInstanceOf(BrokenListException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "<rss version=\"2.0\"/>, FEED",
    "<?xml version=\"1.0\"?><!-- hi --><feed xmlns=\"http://www.w3.org/2005/Atom\">, FEED",
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">, FEED",
    "<urlset>, SITEMAP",
    "<sitemapindex>, SITEMAP_INDEX"
  })
  void listsAreKnownByTheirRoot(String xml, ListKind kind) {
    assertThat(ListKind.of(xml)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><html><body><rss>", "<html>", "text", "", "{}", "<<<"})
  void allElseIsAPage(String text) {
    assertThat(ListKind.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://desk.example/feed/, , true",
    "https://desk.example/news.rss, , true",
    "https://desk.example/sitemap.xml.gz, , true",
    "https://desk.example/x, application/rss+xml, true",
    "https://desk.example/feeding-birds, text/html, false",
    "https://desk.example/, , false"
  })
  void someAddressesPromiseAList(String url, String type, boolean isPromised) {
    assertThat(ListKind.isPromised(URI.create(url), Optional.ofNullable(type)))
        .isEqualTo(isPromised);
  }

  private static List<Entry> read(String xml) throws BrokenListException {
    return SitemapReader.read(xml, ADDRESS);
  }
}
