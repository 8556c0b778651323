// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every record tells of its post and article. All posts here are invented. */
class PostExtractorTest {
  private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00.123456789Z");
  private static final Instant SEEN_MILLIS = Instant.parse("2026-11-22T10:00:00.123Z");
  private static final String ID = "1919000000000000000";

  private static List<EmbeddedPost> extract(String source, String content) {
    return new PostExtractor().extract(new Document(source, content), SEEN);
  }

  private static EmbeddedPost only(String content) {
    List<EmbeddedPost> posts = extract("-", content);
    assertThat(posts).hasSize(1);
    return posts.get(0);
  }

  private static String quote(String text, String id, String date) {
    return ("<blockquote class='twitter-tweet'><p>%s</p>— Ana Demo (@Ana_Demo)"
            + " <a href='https://twitter.com/Ana_Demo/status/%s'>%s</a></blockquote>")
        .formatted(text, id, date);
  }

  @Test
  void aPostFromPlainTextIsKnownByItsWordsAndDay() {
    EmbeddedPost post =
        only("Ask @Ben_Demo: #Kisumu is wet.https://t.co/aB3dE5fG7h — Ana (@Ana_Demo) May 4, 2025");

    assertThat(post.getPostKey()).matches("x:~[0-9a-f]{16}");
    assertThat(post.getPlatform()).isEqualTo("x");
    assertThat(post.getId()).isNull();
    assertThat(post.getUrl()).isNull();
    assertThat(post.getHandle()).isEqualTo("ana_demo");
    assertThat(post.getAuthor()).isEqualTo("Ana");
    assertThat(post.getPostedAt()).isEqualTo(Instant.parse("2025-05-04T00:00:00Z"));
    assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.DAY);
    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.PAGE);
    assertThat(post.getHashtags()).containsExactly("Kisumu");
    assertThat(post.getMentions()).containsExactly("ben_demo");
    assertThat(post.getLinks()).containsExactly("https://t.co/aB3dE5fG7h");
    assertThat(post.getSource()).isEqualTo("-");
    assertThat(post.getIngestedAt()).isEqualTo(SEEN_MILLIS);
  }

  @Test
  void textThatSpeaksOfTagsIsStillReadAsText() {
    EmbeddedPost post =
        only(
            "Write a <p> before each paragraph.\n\n> Tags are *not* hard.\n>\n"
                + "> — Ana (@ana\\_demo) [4\\. May 2025](https://twitter.com/ana_demo/status/"
                + ID
                + ")\n");

    assertThat(post.getHandle()).isEqualTo("ana_demo");
    assertThat(post.getId()).isEqualTo(ID);
  }

  @Test
  void aPostFromAPageIsKnownAndTimedByItsId() {
    EmbeddedPost post = only(quote("Bridge gone.", ID, "May 4, 2025"));

    assertThat(post.getPostKey()).isEqualTo("x:" + ID);
    assertThat(post.getId()).isEqualTo(ID);
    assertThat(post.getUrl()).isEqualTo("https://x.com/Ana_Demo/status/" + ID);
    assertThat(post.getPostedAt()).isEqualTo(Instant.parse("2025-05-04T12:03:47.952Z"));
    assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.MILLIS);
    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.ID);
  }

  @Test
  void anIdFromBeforeSnowflakeLeavesTheTimeToTheShownDay() {
    EmbeddedPost post = only(quote("First.", "20", "March 21, 2006"));

    assertThat(post.getPostedAt()).isEqualTo(Instant.parse("2006-03-21T00:00:00Z"));
    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.PAGE);
  }

  @Test
  void withoutIdAndDayTheArticlesDateStandsIn() {
    String head = "<meta property='article:published_time' content='2025-05-05T06:00:00Z'>";
    EmbeddedPost post = only(head + quote("First.", "20", "a while ago"));

    assertThat(post.getPostedAt()).isEqualTo(Instant.parse("2025-05-05T06:00:00Z"));
    assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.UNKNOWN);
    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.ARTICLE);
  }

  @Test
  void whereNoTimeIsKnownTheMomentOfIngestStandsIn() {
    EmbeddedPost post = only("Bridge gone. — Ana (@ana_demo) January 8, 9999");

    assertThat(post.getPostedAt()).isEqualTo(SEEN_MILLIS);
    assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.UNKNOWN);
    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.INGEST);
  }

  @Test
  void theSamePostTwiceInADocumentIsOne() {
    EmbeddedPost post =
        only(
            "<blockquote class='twitter-tweet'><a href='https://x.com/i/status/%s'></a></blockquote>"
                    .formatted(ID)
                + quote("Bridge gone.", ID, "May 4, 2025")
                + quote("Bridge gone.", ID, "4 mai 2025"));

    assertThat(post.getText()).isEqualTo("Bridge gone.");
  }

  @Test
  void aPostThatIsShownOnceWithAndOnceWithoutItsIdIsOne() {
    String shown = "<p>The bridge is gone. — Ana (@ana_demo) May 4, 2025</p>";
    EmbeddedPost post = only(shown + quote("The bridge is <b>gone</b>!", ID, "May 4, 2025"));

    assertThat(post.getId()).isEqualTo(ID);
  }

  @Test
  void anArticleIsKnownByItsCanonicalAddressElseByWhereItWasFetchedElseByItsContent() {
    String text = "Bridge gone. — Ana (@ana_demo) May 4, 2025";
    String page = quote("Bridge gone.", ID, "May 4, 2025");
    String canonical = "<link rel=canonical href='https://demo.example/a#x'>";

    assertThat(article("a.html", canonical + page)).isEqualTo("https://demo.example/a");
    assertThat(article("https://demo.example/a?fbclid=1", page))
        .isEqualTo("https://demo.example/a");
    assertThat(article("https://demo.example/a", text)).isEqualTo("https://demo.example/a");
    assertThat(article("a.txt", text)).matches("sha256:[0-9a-f]{64}");
    assertThat(article("a.txt", text)).isEqualTo(article("copy-of-a.txt", text));
    assertThat(article("a.txt", text)).isNotEqualTo(article("a.txt", text + "\nMore."));
  }

  private static String article(String source, String content) {
    return extract(source, content).get(0).getArticle().getKey();
  }

  @Test
  void theContentDecidesWhetherItIsAPageOrPlainText() {
    String text = "Is 3 < 4? Bridge <b>gone</b> &amp; <br>\nroad closed";
    assertThat(extract("a.html", text + " — Ana (@ana_demo) May 4, 2025").get(0).getText())
        .isEqualTo("Is 3 < 4? Bridge gone &\n\nroad closed");
    assertThat(extract("a.txt", quote("Bridge gone.", ID, "May 4, 2025")).get(0).getId())
        .isEqualTo(ID);
  }

  @Test
  void contentWithoutPostsGivesNone() {
    assertThat(extract("-", "")).isEmpty();
    assertThat(extract("-", "The council met on Monday.")).isEmpty();
    assertThat(extract("-", "<html><body><p>The council met on Monday.</p></body></html>"))
        .isEmpty();
  }

  @Test
  void oneExtractorServesManyThreads() {
    PostExtractor extractor = new PostExtractor();
    List<List<EmbeddedPost>> results =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> new Document("-", quote("#A" + i % 2, ID, "May 4, 2025")))
            .map(document -> extractor.extract(document, SEEN))
            .toList();

    assertThat(results).allSatisfy(posts -> assertThat(posts).hasSize(1));
    assertThat(results)
        .extracting(posts -> posts.get(0).getHashtags().get(0))
        .containsExactlyElementsOf(IntStream.range(0, 64).mapToObj(i -> "A" + i % 2).toList());
  }
}
