// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
  private static final URI ADDRESS = URI.create("https://desk.example/news/feed.xml");
  private static final String LONG = "<p>" + "The river rose again. ".repeat(60) + "</p>";

  @Test
  void fullContentIsReadAsThePageThatItIsPartOf() throws Exception {
    Entry entry =
        only(
            """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <item><title>Rain &amp;amp; wind</title><link>https://desk.example/a</link>
            <guid isPermaLink="false">17</guid><pubDate>Sun, 09 Jan 2022 12:00:00 +0100</pubDate>
            <description>Teaser</description><content:encoded><![CDATA[%s]]></content:encoded></item>
            </channel></rss>
            """
                .formatted(LONG));

    assertThat(entry.key()).isEqualTo("17");
    assertThat(entry.link()).isEmpty();
    assertThat(entry.loaded().orElseThrow().address())
        .contains(URI.create("https://desk.example/a"));
    assertThat(html(entry))
        .contains("<title>Rain &amp; wind</title>")
        .contains("<link rel=\"canonical\" href=\"https://desk.example/a\">")
        .contains("content=\"2022-01-09T11:00:00Z\"")
        .contains(LONG);
  }

  @Test
  void aTeaserLeadsToItsPage() throws Exception {
    Entry entry =
        only(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>
            <entry><id>urn:1</id><title>Rain</title><link href="../a?x=1&amp;y=2"/>
            <updated>2022-01-09T12:00:00Z</updated><summary>Teaser</summary></entry></feed>
            """);

    assertThat(entry.link()).contains(URI.create("https://desk.example/a?x=1&y=2"));
    assertThat(entry.fingerprint()).isEqualTo("2022-01-09T12:00:00Z");
    assertThat(entry.date()).contains(Instant.parse("2022-01-09T12:00:00Z"));
  }

  @Test
  void whetherPagesAreFetchedCanBeSet() throws Exception {
    String teaser =
        rss("<item><link>https://desk.example/a</link><description>T</description></item>");
    String full =
        rss(
            "<item><link>https://desk.example/a</link><description><![CDATA["
                + LONG
                + "]]></description></item>");

    assertThat(read(teaser, Pages.NEVER).get(0).loaded()).isPresent();
    assertThat(read(full, Pages.AUTO).get(0).loaded()).isPresent();
    assertThat(read(full, Pages.ALWAYS).get(0).link()).isPresent();
  }

  @Test
  void whatEmbedsSomethingIsNoTeaserHoweverShort() throws Exception {
    String note =
        "<item><link>https://desk.example/a</link><description>"
            + "<![CDATA[<p>See:<blockquote class=\"twitter-tweet\">]]></description></item>";

    assertThat(only(rss(note)).loaded()).isPresent();
  }

  @Test
  void anEntryChangesWithItsContentOrItsDate() throws Exception {
    String full = "<item><guid>1</guid><description><![CDATA[%s]]></description></item>";
    String dated = "<item><link>https://desk.example/a</link><pubDate>%s</pubDate></item>";

    assertThat(only(rss(full.formatted(LONG))))
        .isNotEqualTo(only(rss(full.formatted(LONG + "<p>Update"))))
        .extracting(Entry::fingerprint)
        .isEqualTo(only(rss(full.formatted(LONG))).fingerprint());
    assertThat(only(rss(dated.formatted("Sun, 09 Jan 2022 12:00:00 GMT"))).fingerprint())
        .isNotEqualTo(only(rss(dated.formatted("Mon, 10 Jan 2022 12:00:00 GMT"))).fingerprint());
  }

  @Test
  void idsAreLinksOnlyWhereTheyAreAddresses() throws Exception {
    assertThat(only(rss("<item><guid>https://desk.example/a</guid></item>")).link())
        .contains(URI.create("https://desk.example/a"));
    assertThat(read(rss("<item><guid>17</guid></item>"), Pages.AUTO)).isEmpty();
    assertThat(only(rss("<item><link>a.html</link></item>")).link())
        .contains(URI.create("https://desk.example/news/a.html"));
    assertThat(only(rss("<item><link>a.html</link><guid>17</guid></item>")).link())
        .contains(URI.create("https://desk.example/news/a.html"));
  }

  @Test
  void brokenDatesAreNone() throws Exception {
    Entry entry =
        only(rss("<item><link>https://desk.example/a</link><pubDate>some day</pubDate></item>"));

    assertThat(entry.date()).isEmpty();
    assertThat(entry.fingerprint()).isEqualTo("undated");
  }

  @Test
  void plainTextKeepsItsLines() throws Exception {
    Entry entry = only(rss("<item><guid>1</guid><description>one\ntwo</description></item>"));

    assertThat(html(entry)).contains("one<br>\ntwo");
  }

  @Test
  void entriesThatLeadNowhereAndSayNothingArePassedOver() throws Exception {
    String empty = "<item><title>T</title></item><item><link>mailto:a@desk.example</link></item>";

    assertThat(read(rss(empty), Pages.AUTO)).isEmpty();
  }

  @Test
  void feedsAreReadThoughTheyAreNotQuiteXml() throws Exception {
    String xml =
        "\n <?xml version=\"1.0\"?>"
            + rss("<item><guid>1</guid><description>a&nbsp;b\u0008&#8;&#x1F;</description></item>");
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);

    assertThat(html(only(XmlText.decode(bytes, Optional.empty())))).contains("<article>a\u00A0b</");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "UTF-8", "UTF-16"})
  void theCharsetOfThePrologCounts(String charset) throws Exception {
    String xml =
        "<?xml version=\"1.0\" encoding=\""
            + charset
            + "\"?>"
            + rss("<item><guid>1</guid><description>Река поднялась</description></item>");
    String text = XmlText.decode(xml.getBytes(Charset.forName(charset)), Optional.of("text/xml"));

    assertThat(html(only(text))).contains("Река поднялась");
  }

  @Test
  void aByteOrderMarkAndTheHeadersCharsetCount() throws Exception {
    String xml = rss("<item><guid>1</guid><description>Höhe</description></item>");

    assertThat(XmlText.decode(("\uFEFF" + xml).getBytes(StandardCharsets.UTF_8), Optional.empty()))
        .contains("Höhe");
    assertThat(
            XmlText.decode(
                xml.getBytes(StandardCharsets.ISO_8859_1),
                Optional.of("application/rss+xml; charset=iso-8859-1")))
        .contains("Höhe");
    assertThat(
            XmlText.decode(
                xml.getBytes(StandardCharsets.UTF_8), Optional.of("text/xml; charset=nonsense")))
        .contains("Höhe");
  }

  @Test
  void entitiesAreNotResolvedInsideOrOutside() {
    String external =
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + rss("<item><guid>1</guid><description>&x;</description></item>");
    String laughs =
        "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + rss("<item><guid>1</guid><description>&b;</description></item>");

    String refusal = "a DOCTYPE is refused; expected an RSS or Atom feed without one";
    assertThatThrownBy(() -> read(external, Pages.AUTO)).hasMessage(refusal);
    assertThatThrownBy(() -> read(laughs, Pages.AUTO)).hasMessage(refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss version=\"2.0\"><channel><item><title>cut",
        "<rss/>",
        "<feed/>",
        "<rss version=\"99\"><channel/>"
      })
  void whatIsNoFeedIsToldInOneLine(String xml) {
    assertThatThrownBy(() -> read(xml, Pages.AUTO))
        .isInstanceOf(BrokenListException.class)
        .hasMessageStartingWith("expected an RSS or Atom feed: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aMillionNestedElementsAreRefused() {
    String nested = rss("<item><description>" + "<a>".repeat(1_000_000));

    assertThatThrownBy(() -> read(nested, Pages.AUTO)).isInstanceOf(BrokenListException.class);
  }

  @Test
  void aThousandAttributesAreRefused() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      attributes.append(" a").append(i).append("=\"\"");
    }

    assertThatThrownBy(() -> read(rss("<item" + attributes + "/>"), Pages.AUTO))
        .isInstanceOf(BrokenListException.class);
  }

  @Test
  void aListThatWouldNotFitIntoMemoryIsNotParsed() {
    assertThatThrownBy(() -> ListSize.check(ListKind.FEED, "<a/>".repeat(200_001)))
        .hasMessageStartingWith("more than 200000 tags");
    assertThatThrownBy(() -> ListSize.check(ListKind.FEED, " ".repeat(8_000_001)))
        .hasMessageStartingWith("larger than 8 million characters");
    assertThatThrownBy(() -> ListSize.check(ListKind.SITEMAP, "<a/>".repeat(600_001)))
        .hasMessageStartingWith("more than 600000 tags");
  }

  private static String rss(String items) {
    return "<rss version=\"2.0\"><channel><title>D</title>" + items + "</channel></rss>";
  }

  private static Entry only(String xml) throws BrokenListException {
    List<Entry> entries = read(xml, Pages.AUTO);
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  private static List<Entry> read(String xml, Pages pages) throws BrokenListException {
    return new FeedReader(pages).read(xml, ADDRESS);
  }

  private static String html(Entry entry) {
    return new String(entry.loaded().orElseThrow().body(), StandardCharsets.UTF_8);
  }
}
