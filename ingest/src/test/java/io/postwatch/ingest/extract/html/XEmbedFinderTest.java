// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** X's blockquotes in the shapes that pages give them. All posts here are invented. */
class XEmbedFinderTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");
  private static final String LINK =
      "<a href=\"https://twitter.com/Ana_Demo/status/1919000000000000000?ref_src=twsrc%5Etfw\">";
  private static final String SIGNED = "&mdash; Ana Demo (@Ana_Demo) " + LINK + "May 4, 2025</a>";

  private static List<FoundPost> find(String html) {
    return new XEmbedFinder().find(Jsoup.parse(html), LATEST);
  }

  private static FoundPost only(String html) {
    assertThat(find(html)).hasSize(1);
    return find(html).get(0);
  }

  private static FoundPost inQuote(String inner) {
    return only("<p>Prose.</p><blockquote class=\"twitter-tweet\">" + inner + "</blockquote>");
  }

  @Test
  void theCanonicalShapeTellsEverything() {
    assertThat(
            inQuote(
                "<p lang=\"en\" dir=\"ltr\">Fire &amp; smoke in <a"
                    + " href=\"https://twitter.com/hashtag/Lyon?src=hash\">#Lyon</a>.<br><br>Ask <a"
                    + " href=\"https://twitter.com/ben_demo?ref_src=x\">@ben_demo</a>: <a"
                    + " href=\"https://t.co/aB3dE5fG7h\">https://t.co/aB3dE5fG7h</a> <a"
                    + " href=\"https://t.co/Zx8cVb2nMq\">pic.twitter.com/Zx8cVb2nMq</a></p>"
                    + SIGNED))
        .isEqualTo(
            new FoundPost(
                "x",
                "1919000000000000000",
                "Ana_Demo",
                "Ana Demo",
                "Fire & smoke in #Lyon.\n\n"
                    + "Ask @ben_demo: https://t.co/aB3dE5fG7h pic.twitter.com/Zx8cVb2nMq",
                LocalDate.of(2025, 5, 4),
                List.of("https://t.co/aB3dE5fG7h", "https://t.co/Zx8cVb2nMq"),
                "https://x.com/Ana_Demo/status/1919000000000000000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Bridge gone.<br><br>Nobody hurt.</p>" + SIGNED,
        "<p>Bridge gone.</p>\n<p>Nobody hurt.</p>\n<p>" + SIGNED + "</p>",
        "<p>Bridge gone.<br />\n<br />\nNobody hurt.</p><p>" + SIGNED + "</p>",
        "<div>Bridge gone.</div> <div>Nobody hurt.</div>" + SIGNED,
        "\n  <p>Bridge   gone.<br/><br/>\n Nobody&#32;hurt.</p>\n  " + SIGNED + "\n",
        "<p>Bridge gone.</p><p>Nobody hurt.</p><p>— Ana Demo (@Ana_Demo)<br>"
            + LINK
            + "4 mai 2025</a></p>",
        "<p>Bridge gone.</p><p>Nobody hurt.</p>— Ana Demo (@Ana_Demo) " + LINK + "๔ พ.ค.</a>",
        "<p>Bridge gone.</p><p>Nobody hurt.</p><span>Ana Demo (@Ana_Demo)</span> "
            + LINK
            + "date</a>",
        "<p>Bridge gone.</p><p>Nobody hurt.</p>" + SIGNED + " <p>" + LINK + "View on X</a></p>",
        "<p>Bridge gone.</p><p>Nobody hurt.</p>" + SIGNED + "<script>var x = 'not text';</script>",
      })
  void theTextIsTheSameHoweverAContentSystemWrappedIt(String inner) {
    FoundPost post = inQuote(inner);
    assertThat(post.text()).isEqualTo("Bridge gone.\n\nNobody hurt.");
    assertThat(post.id()).isEqualTo("1919000000000000000");
    assertThat(post.handle()).isEqualTo("Ana_Demo");
    assertThat(post.author()).isEqualTo("Ana Demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://twitter.com/Ana_Demo/status/1919000000000000000",
        "https://x.com/Ana_Demo/status/1919000000000000000?s=20",
        "https://mobile.twitter.com/Ana_Demo/statuses/1919000000000000000",
      })
  void aBareLinkIsAPostWithoutWords(String address) {
    for (String words : List.of("", address, "Tweet may have been deleted", "May 4, 2025")) {
      FoundPost post = inQuote("<a href=\"%s\">%s</a>".formatted(address, words));
      assertThat(post.id()).isEqualTo("1919000000000000000");
      assertThat(post.handle()).isEqualTo("Ana_Demo");
      assertThat(post.text()).isEmpty();
    }
  }

  @Test
  void anAddressWithoutAnAccountLeavesTheHandleToTheSignature() {
    String link =
        "<a href=\"https://twitter.com/i/web/status/1919000000000000000\">May 4, 2025</a>";
    assertThat(inQuote("<p>Gone.</p>— Ana (@Ana_Demo) " + link).handle()).isEqualTo("Ana_Demo");
    assertThat(inQuote(link).handle()).isNull();
  }

  @Test
  void theSignaturesLinkCountsAndNotOneInTheText() {
    FoundPost post =
        inQuote(
            "<p>As I said: <a href=\"https://twitter.com/Ana_Demo/status/1918000000000000000\">"
                + "https://t.co/aB3dE5fG7h</a></p>"
                + SIGNED);
    assertThat(post.id()).isEqualTo("1919000000000000000");
    assertThat(post.text()).isEqualTo("As I said: https://t.co/aB3dE5fG7h");
    assertThat(post.links())
        .containsExactly("https://twitter.com/Ana_Demo/status/1918000000000000000");
  }

  @Test
  void aVideoAndAQuoteInsideAnotherAreReadToo() {
    assertThat(only("<blockquote class='twitter-video'><p>Gone.</p>" + SIGNED).text())
        .isEqualTo("Gone.");
    assertThat(
            only("<blockquote class='wp-block-quote'><p>Prose.</p><blockquote"
                    + " class='twitter-tweet'><p>Gone.</p>"
                    + SIGNED
                    + "</blockquote></blockquote>")
                .text())
        .isEqualTo("Gone.");
  }

  @Test
  void aBlockquoteThatIsNeverClosedKeepsToItsOwnWords() {
    String other = SIGNED.replace("1919000000000000000", "1919000000000000001");
    assertThat(
            find(
                "<blockquote class='twitter-tweet'><p>One.</p>"
                    + SIGNED
                    + "<p>Prose.</p><blockquote class='twitter-tweet'><p>Two.</p>"
                    + other))
        .extracting(FoundPost::text)
        .containsExactly("One.", "Two.");
  }

  @Test
  void noPostReachesAcrossAnother() {
    String other = SIGNED.replace("1919000000000000000", "1919000000000000001");
    assertThat(
            find(
                "<blockquote class='twitter-tweet'><p>Prose.</p><blockquote><p>One.</p>"
                    + other
                    + "</blockquote><p>Two.</p>"
                    + SIGNED))
        .extracting(FoundPost::text)
        .containsExactly("Two.", "One.");
  }

  @Test
  void withoutXsClassABlockquoteCountsWhereItIsSignedOrOnlyALink() {
    assertThat(only("<blockquote><p>Gone.</p>" + SIGNED + "</blockquote>").text())
        .isEqualTo("Gone.");
    assertThat(only("<blockquote>" + LINK + "May 4, 2025</a></blockquote>").text()).isEmpty();
    assertThat(
            only("<blockquote data-tweetid='1919000000000000000'>" + LINK + "</a> x</blockquote>")
                .id())
        .isEqualTo("1919000000000000000");
    assertThat(find("<blockquote><p>She " + LINK + "wrote</a> of a bridge.</p></blockquote>"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Follow us</p><a href=\"https://twitter.com/Ana_Demo\">@Ana_Demo</a>",
        "<a href=\"https://twitter.com/intent/tweet?text=x\">Share</a>",
        "<p>No link and no day — Ana (@Ana_Demo)</p>",
        "<a href=\"https://twitter.com/Ana_Demo/status/99999999999999999999999\">x</a>",
      })
  void whatLeadsToNoPostIsNone(String inner) {
    assertThat(find("<blockquote class=\"twitter-tweet\">" + inner + "</blockquote>")).isEmpty();
  }

  @Test
  void emojiThatAPageReplacedByPicturesAreReadFromThem() {
    assertThat(
            inQuote(
                    "<p>Gone <img class='emoji' alt='😢' src='x.svg'><img alt='A map'></p>"
                        + SIGNED)
                .text())
        .isEqualTo("Gone 😢");
  }
}
