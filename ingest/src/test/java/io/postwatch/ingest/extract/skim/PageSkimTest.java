// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.postwatch.ingest.extract.ContentDecoder;
import io.postwatch.ingest.extract.Document;
import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.extract.UnreadableContentException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageSkimTest {
  private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final PageSkim SKIM = new PageSkim();
  private static final PostExtractor EXTRACTOR = new PostExtractor();

  private static boolean mayEmbed(byte[] page) {
    return SKIM.mayEmbed(page, Optional.empty());
  }

  private static boolean mayEmbed(String markup) {
    return mayEmbed(bytes(Embeds.page(markup)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int posts(byte[] page) {
    try {
      String content = ContentDecoder.decode(page, Optional.empty());
      return EXTRACTOR.extract(new Document("-", Optional.empty(), content), SEEN).size();
    } catch (UnreadableContentException refused) {
      return 0;
    }
  }

  static Set<String> shapes() {
    return Embeds.MARKUP.keySet();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void noShapeOfEmbedIsPassedOver(String shape) {
    byte[] page = bytes(Embeds.page(Embeds.MARKUP.get(shape)));

    assertThat(mayEmbed(page)).isTrue();
    assertThat(posts(page)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Flood.</p>",
        "<a href='https://twitter.com/intent/tweet?url=https%3A%2F%2Fdemo.example%2F1'>Tweet</a>",
        "<a href='https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fdemo.example'>f</a>",
        "<a href='https://twitter.com/demo'>@demo</a> <a href='https://t.me/demochannel'>t</a>",
        "<a href='https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv'>Our videos</a>",
        "<a href='https://www.instagram.com/demo.site/'>i</a> <a href='mailto:a@b.example'>m</a>",
        "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"A\"}</script>",
        "<style>@media (max-width:9px){.twitter-tweet{margin:0}}</style>",
        "<script async src='https://platform.twitter.com/widgets.js'></script>",
        "<p>He <a href='https://x.com/demo/status/1919000000000000000'>wrote</a> to us.</p>",
        "<blockquote>A word.</blockquote><p><a href='https://x.com/d/status/1919000000000000000'>So</a>",
        "<a class='twitter-timeline' data-widget-id='436187110974840832' href='https://twitter.com/d'>T</a>",
        "<div id='twitter-follow-button-311580490'>Follow on Twitter</div>",
        "<script>{\"service\":\"twitter\",\"storyId\":\"505723552\"}</script>",
        "<button data-share-twitter='{&quot;storyId&quot;: 505723552}'>Twitter</button>",
        "<p>Thanks to @ana_demo for 12 photos of the well-known bridge.</p>",
        "<p>Flood &mdash; Ana Demo @ana_demo wrote to us.</p>",
        "<p>From @ana_demo on May 4, 2025.</p>",
        "<li class='social twitter menu-item'></li><p>He <a href='https://x.com/d/status/19190'>wrote</a>.</p>",
        "<a href='http://twitter.com/home?status=Flood%20https%3A%2F%2Fnews.example'>t</a>",
        "<svg><image href='data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4='/></svg>",
        "<p>PCs and PDFs are sold here.</p>",
        "<p>Mail &amp; post &#8212; &copy; 2026 {\"a\":\"\\u003cb\\u003e\"} 100%</p>",
      })
  void whatOrdinaryPagesHaveIsNoTrace(String markup) {
    assertThat(mayEmbed(markup)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>https://x.com/ana_demo/&#115;tatus/1919000000000000000</p>",
        "<p>https:&sol;&sol;x.com&sol;ana_demo&sol;status&sol;1919000000000000000</p>",
        "<script>{\"u\":\"https://x.com/a/\\u0073tatus/1919000000000000000\"}</script>",
        "<p>Gone. — Ana &lpar;&commat;ana_demo&rpar; May 4, 2025</p>",
      })
  void lettersBehindReferencesCountAsATrace(String markup) {
    assertThat(mayEmbed(markup)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<iframe src=\"https://social.example/%40ana_demo/110000000000000001/embed\"></iframe>",
        "<div data-embed-type=\"twitter\" data-embed-id=\"x1919000000000000000-1\"></div>",
        "<p>Gone. — Ana Demo @ana_demo May 4, 2025</p>",
        "<p>Gone. &mdash; Ana Demo <a href='#'>@ana_demo</a>, 4 May 2025</p>",
        "<p>Gone. - Ana Demo @ana_demo \u0661 \u0645\u0627\u064a\u0648 \u0662\u0660\u0662\u0665</p>",
        "<p><a href='https://twitter.com/ana_demo/status/1919000000000000000'>twitter.com/ana_demo/st…</a></p>",
        "<div class='tweet'><a href='https://x.com/ana_demo/status/1919000000000000000'>May 4</a></div>",
        "<iframe src='https://x.com/i/videos/1919000000000000000'></iframe>",
        "<iframe src='https://platform.x.com/embed/Tweet.html?id=1919000000000000000'></iframe>",
        "<script type='text/plain'>\nPGJsb2NrcXVvdGUg\nY2xhc3M9InR3aXR0ZXItdHdlZXQiPjxhIGhyZWY9Imh0</script>",
      })
  void rareShapesOfEmbedsAreTraces(String markup) {
    assertThat(mayEmbed(markup)).isTrue();
  }

  @Test
  void aPageThatBeginsWithWordsIsReadAsTextAsWell() {
    assertThat(mayEmbed(bytes("Flood. " + Embeds.page("<p>Flood.</p>")))).isTrue();
    assertThat(mayEmbed(bytes("\uFEFF\n " + Embeds.page("<p>Flood.</p>")))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "Shift_JIS", "IBM037"})
  void pagesInCharsetsBeyondAsciiAreRead(String charset) {
    String page = Embeds.page("<p>Flood.</p>").replace("utf-8", charset);

    assertThat(mayEmbed(page.getBytes(Charset.forName(charset)))).isTrue();
  }

  @Test
  void theCharsetThatTheServerDeclaredGoesFirst() {
    byte[] page = bytes(Embeds.page("<p>Flood.</p>"));

    assertThat(SKIM.mayEmbed(page, Optional.of("Shift_JIS"))).isTrue();
    assertThat(SKIM.mayEmbed(page, Optional.of("UTF-8"))).isFalse();
  }

  @Test
  void plainTextAndWhatWouldBeRefusedAreRead() {
    assertThat(mayEmbed(bytes("The council met on Monday."))).isTrue();
    assertThat(mayEmbed(bytes("%PDF-1.7 <html>"))).isTrue();
    assertThat(mayEmbed(bytes("<html>\0"))).isTrue();
    assertThat(mayEmbed(bytes("<html>" + "<p>".repeat(500_000)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "twitter.com",
        "/blockquote",
        "@a<b>",
        " @a 2025",
        "PGJsb2Nr ",
        "twitter\"tweet id=1234567",
        "<a href=//x.com/a/status/1>",
      })
  void hostilePagesTakeLinearTime(String piece) {
    String link = "<a href='https://x.com/d/status/19190'>wrote</a>";
    byte[] page = bytes("<html><blockquote><!--" + piece.repeat(2_000_000 / piece.length()) + link);

    assertTimeout(Duration.ofSeconds(20), () -> mayEmbed(page));
  }

  @Test
  void whereverReadingADamagedPageFindsAPostSoDoesTheSkim() {
    List<String> markup = List.copyOf(Embeds.MARKUP.values());
    for (int seed = 0; seed < 5000; seed++) {
      byte[] page = Damage.of(seed).to(bytes(Embeds.page(markup.get(seed % markup.size()))));

      assertThat(mayEmbed(page) || posts(page) == 0).as("seed %d", seed).isTrue();
    }
  }
}
