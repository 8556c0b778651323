// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.warc;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.source.Packed;
import io.postwatch.ingest.source.Reading;
import io.postwatch.schema.EmbeddedPost;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarcContentsTest {
  private static String page(String words) {
    return "<html><body><p>News.</p><blockquote class=\"twitter-tweet\"><p>"
        + words
        + "</p>&mdash; Ana (@ana) <a href=\"https://twitter.com/ana/status/1897000000000000001\">"
        + "March 4, 2025</a></blockquote></body></html>";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pagesAreReadWithTheAddressTheyWereFetchedFrom(boolean isPacked) {
    WarcFile file = isPacked ? WarcFile.packed() : WarcFile.plain();
    file.record("warcinfo", "-", "application/warc-fields", utf8("software: x\r\n"))
        .record("request", "https://a.example/1", "application/http;msgtype=request", utf8("GET /"))
        .page("https://a.example/1", page("one"))
        .record("metadata", "https://a.example/1", "application/warc-fields", utf8("a: b\r\n"))
        .page("https://b.example/2", page("two"));

    Reading reading = Reading.of(file.bytes());

    assertThat(reading.failures()).isEmpty();
    assertThat(reading.texts()).containsExactly("one", "two");
    assertThat(reading.posts()).extracting(EmbeddedPost::getSource).containsOnly("in");
    assertThat(reading.posts())
        .extracting(post -> post.getArticle().getUrl())
        .containsExactly("https://a.example/1", "https://b.example/2");
    assertThat(reading.posts())
        .extracting(post -> post.getArticle().getOutlet())
        .containsExactly("a.example", "b.example");
  }

  @Test
  void resourcesAndTextsAreRead() {
    Reading reading =
        Reading.of(
            WarcFile.plain()
                .record("resource", "https://a.example/1", "text/html", utf8(page("one")))
                .record(
                    "conversion",
                    "https://a.example/2",
                    "text/plain",
                    utf8("Flood in town. — Ana (@ana) March 4, 2025\n"))
                .bytes());

    assertThat(reading.texts()).containsExactly("one", "Flood in town.");
  }

  @Test
  void whatIsNoPageIsPassedOver() {
    Reading reading =
        Reading.of(
            WarcFile.packed()
                .page("https://a.example/1.png", "Content-Type: image/png\r\n", new byte[] {1, 0})
                .response(
                    "https://a.example/2",
                    "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n",
                    utf8(page("moved")))
                .response(
                    "https://a.example/3",
                    "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n",
                    utf8(page("gone")))
                .record("response", "dns:a.example", "text/dns", utf8("a.example. 1 IN A 1.2.3.4"))
                .record(
                    "revisit", "https://a.example/4", "application/http", utf8("HTTP/1.1 200 OK"))
                .record("resource", "https://a.example/5", "image/png", new byte[] {1, 0})
                .bytes());

    assertThat(reading.posts()).isEmpty();
    assertThat(reading.failures()).isEmpty();
  }

  @Test
  void bodiesAreUnpackedAsTheirHeadersSayUnlessTheyAreUnpackedAlready() {
    byte[] html = utf8(page("flood"));
    String chunks =
        Integer.toHexString(html.length - 10)
            + "\r\n"
            + page("flood").substring(0, html.length - 10)
            + "\r\na\r\n"
            + page("flood").substring(html.length - 10)
            + "\r\n0\r\n\r\n";
    Reading reading =
        Reading.of(
            WarcFile.packed()
                .page("https://a.example/1", "Content-Encoding: gzip\r\n", Packed.gzip(html))
                .page("https://a.example/2", "Content-Encoding: gzip\r\n", html)
                .page(
                    "https://a.example/3",
                    "Content-Encoding: deflate\r\n",
                    Packed.deflate(html, true))
                .page(
                    "https://a.example/4",
                    "Content-Encoding: deflate\r\n",
                    Packed.deflate(html, false))
                .page("https://a.example/5", "Content-Encoding: br\r\n", html)
                .page("https://a.example/6", "Transfer-Encoding: chunked\r\n", utf8(chunks))
                .page("https://a.example/7", "Transfer-Encoding: chunked\r\n", html)
                .page("https://a.example/8", "Content-Length: 5\r\n", html)
                .page("https://a.example/9", "Content-Encoding: br\r\n", Packed.brotli(html))
                .bytes());

    assertThat(reading.failures()).isEmpty();
    assertThat(reading.posts())
        .extracting(post -> post.getArticle().getUrl().substring(18))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(reading.texts()).containsOnly("flood");
  }

  @Test
  void theServersCharsetIsBelieved() {
    byte[] greek = page("πλημμύρα").getBytes(Charset.forName("iso-8859-7"));

    Reading reading =
        Reading.of(
            WarcFile.plain()
                .page(
                    "https://a.example/1", "Content-Type: text/html; charset=ISO-8859-7\r\n", greek)
                .bytes());

    assertThat(reading.texts()).containsExactly("πλημμύρα");
  }

  @Test
  void aFileThatIsCutOffGivesWhatItHoldsAndSaysWhereItEnds() {
    WarcFile packed = WarcFile.packed().page("https://a.example/1", page("one"));
    int start = packed.size();
    byte[] bytes = packed.page("https://a.example/2", page("two")).bytes();

    Reading reading = Reading.of(Arrays.copyOf(bytes, bytes.length - 20));

    assertThat(reading.texts()).containsExactly("one");
    assertThat(reading.failures())
        .containsExactly(
            "record 2 at byte " + start + ": ends in the middle; expected a whole WARC file");
    assertThat(Reading.of(Arrays.copyOf(bytes, start)).failures()).isEmpty();
  }

  @Test
  void aBrokenPackedRecordIsToldAndTheOthersAreRead() {
    WarcFile file = WarcFile.packed().page("https://a.example/1", page("one"));
    int start = file.size();
    file.page("https://a.example/2", page("two ".repeat(200)));
    int end = file.size();
    byte[] bytes =
        file.page("https://a.example/3", page("three"))
            .page("https://a.example/4", page("four"))
            .bytes();
    Arrays.fill(bytes, start + 40, end - 40, (byte) 0x55);

    Reading reading = Reading.of(bytes);

    assertThat(reading.texts()).containsExactly("one", "three", "four");
    assertThat(reading.failures())
        .singleElement()
        .asString()
        .startsWith("record 2 at byte " + start + ": broken gzip");
    assertThat(Reading.of(bytes, reading.positions().get(1)).texts())
        .containsExactly("three", "four");
  }

  @Test
  void aBrokenPlainRecordIsToldAndTheOthersAreRead() {
    WarcFile file = WarcFile.plain().page("https://a.example/1", page("one"));
    int start = file.size();
    byte[] bytes =
        file.add(utf8("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nWARC x\r\n"))
            .page("https://a.example/3", page("three"))
            .add(utf8("garbage\r\n".repeat(20_000)))
            .page("https://a.example/4", page("four"))
            .bytes();

    Reading reading = Reading.of(bytes);

    assertThat(reading.texts()).containsExactly("one", "three", "four");
    assertThat(reading.failures()).hasSize(2);
    assertThat(reading.failures().get(0))
        .startsWith("record 2 at byte " + start + ": a WARC record without Content-Length");
    assertThat(reading.failures().get(1))
        .contains("no WARC record where one should begin; went on behind it");
  }

  @Test
  void aPageThatIsTooLargeIsToldAndTheOthersAreRead() {
    byte[] large = new byte[17 << 20];
    Arrays.fill(large, (byte) ' ');
    Reading reading =
        Reading.of(
            WarcFile.plain()
                .page("https://a.example/1", "Content-Type: text/html\r\n", large)
                .page("https://a.example/2", "Content-Type: video/mp4\r\n", large)
                .page("https://a.example/3", "Content-Encoding: gzip\r\n", Packed.gzip(large))
                .page("https://a.example/4", page("four"))
                .bytes());

    assertThat(reading.texts()).containsExactly("four");
    assertThat(reading.failures())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("record 1 at byte 0: larger than 16 MiB"),
            second -> assertThat(second).startsWith("record 3 at byte ").contains("larger than"));
  }

  @Test
  void readingGoesOnBehindTheRecordThatWasReadLast() {
    byte[] bytes =
        WarcFile.packed()
            .record("request", "https://a.example/1", "application/http", utf8("GET /"))
            .page("https://a.example/1", page("one"))
            .record("request", "https://a.example/2", "application/http", utf8("GET /"))
            .page("https://a.example/2", page("two"))
            .bytes();

    assertThat(Reading.of(bytes).positions()).containsExactly(2L, 4L);
    assertThat(Reading.of(bytes, 2).texts()).containsExactly("two");
    assertThat(Reading.of(bytes, 2).positions()).containsExactly(4L);
    assertThat(Reading.of(bytes, 4).posts()).isEmpty();
  }
}
