// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.html.ArticleMarkup;
import io.postwatch.ingest.extract.html.Markup;
import io.postwatch.ingest.extract.text.PlainText;
import io.postwatch.schema.EmbeddedPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;

/** What holds for every document, tried on our example articles after random damage. */
class ExtractionPropertiesTest {
  private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");

  private static final String[] SPLINTERS = {
    "<",
    ">",
    "</p>",
    "<p>",
    "<blockquote class=\"twitter-tweet\">",
    "</blockquote>",
    "\"",
    "<!--",
    " — Ana (@ana_demo) May 4, 2025",
    "(@ana_demo)",
    "— ",
    "\n",
    "\n\n",
    "\0",
    "\ud83d",
    "\udd25",
    "https://x.com/ana_demo/status/1919000000000000000",
    "&mdash;",
    "“",
    "”",
    "#tag ",
    "\u202e",
    "<a href=\"https://twitter.com/i/web/status/1\">",
    "February 30, 2025",
    "<script>",
    "٤",
  };

  private final PostExtractor extractor = new PostExtractor();

  @Property(tries = 300)
  void everyPostIsWellFormed(@ForAll("damagedArticles") String content) throws IOException {
    List<EmbeddedPost> posts = extractor.extract(new Document("-", content), SEEN);

    assertThat(posts).extracting(EmbeddedPost::getPostKey).doesNotHaveDuplicates();
    for (EmbeddedPost post : posts) {
      assertThat(post.getPostKey()).matches("x:(\\d{1,19}|~[0-9a-f]{16})");
      assertThat(post.getId() == null || post.getPostKey().equals("x:" + post.getId())).isTrue();
      assertThat(post.getHandle() == null || post.getHandle().matches("[a-z0-9_]{1,20}")).isTrue();
      assertThat(post.getPostedAt()).isBeforeOrEqualTo(SEEN.plus(Duration.ofDays(1)));
      assertThat(EmbeddedPost.getEncoder().encode(post).hasRemaining()).isTrue();
    }
  }

  @Property(tries = 300)
  void everyPostsWordsStandInTheDocument(@ForAll("damagedArticles") String content) {
    String shown = withoutSpace(shown(CleanText.of(content)));

    for (EmbeddedPost post : extractor.extract(new Document("-", content), SEEN)) {
      assertThat(shown).contains(withoutSpace(post.getText()));
    }
  }

  @Property(tries = 100)
  void theSameDocumentGivesTheSamePosts(@ForAll("damagedArticles") String content) {
    Document document = new Document("-", content);

    assertThat(new PostExtractor().extract(document, SEEN))
        .isEqualTo(extractor.extract(document, SEEN));
  }

  @Provide
  Arbitrary<String> damagedArticles() {
    Arbitrary<String> article =
        Arbitraries.of(
                "kenya-fuel-levy.txt", "chile-strikes-and-floods.html", "week-of-protest.html")
            .map(ExtractionPropertiesTest::example);
    return Combinators.combine(article, damage().list().ofMinSize(0).ofMaxSize(8))
        .as(
            (text, blows) -> {
              String damaged = text;
              for (UnaryOperator<String> blow : blows) {
                damaged = blow.apply(damaged);
              }
              return damaged;
            });
  }

  private static Arbitrary<UnaryOperator<String>> damage() {
    Arbitrary<Double> place = Arbitraries.doubles().between(0, 1);
    Arbitrary<Integer> length = Arbitraries.integers().between(1, 400);
    Arbitrary<UnaryOperator<String>> cut =
        Combinators.combine(place, length)
            .as((p, n) -> text -> text.substring(0, at(text, p)) + text.substring(at(text, p, n)));
    Arbitrary<UnaryOperator<String>> repeat =
        Combinators.combine(place, place, length)
            .as(
                (from, to, n) ->
                    text ->
                        text.substring(0, at(text, to))
                            + text.substring(at(text, from), at(text, from, n))
                            + text.substring(at(text, to)));
    Arbitrary<UnaryOperator<String>> insert =
        Combinators.combine(place, Arbitraries.of(SPLINTERS))
            .as((p, s) -> text -> text.substring(0, at(text, p)) + s + text.substring(at(text, p)));
    return Arbitraries.oneOf(cut, repeat, insert);
  }

  private static int at(String text, double place) {
    return (int) (text.length() * place);
  }

  private static int at(String text, double place, int length) {
    return Math.min(text.length(), at(text, place) + length);
  }

  private static String example(String name) {
    try {
      return Files.readString(Path.of("..", "examples", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(String content) {
    if (!Markup.isHtml(content)) {
      return PlainText.of(content).text();
    }
    org.jsoup.nodes.Document page = Jsoup.parse(content);
    ArticleMarkup.uncover(page);
    String ofPage =
        page.nodeStream(TextNode.class).map(TextNode::getWholeText).collect(Collectors.joining());
    boolean perhapsText = !content.stripLeading().startsWith("<");
    return perhapsText ? ofPage + "\n" + PlainText.of(content).text() : ofPage;
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }
}
