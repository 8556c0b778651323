// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.source.Reading;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractedPostTest {
  private static final String LINE =
      """
      {"platform":"x","id":"1897000000000000001","handle":"ana","author":"Ana","text":"Flood in #Lima",\
      "postedAt":"2025-03-04T18:00:00.123Z","postedAtPrecision":"MILLIS","postedAtSource":"ID",\
      "hashtags":["Lima"],"mentions":["ben"],"links":["https://a.example/1"],\
      "url":"https://x.com/ana/status/1897000000000000001",\
      "article":{"url":"https://news.example/1","title":"Rain","publishedAt":"2025-03-05T00:00:00Z",\
      "outlet":"News"},"source":"pages/1.html"}
      """;

  @Test
  void givesBackEveryFieldThatExtractPrinted() {
    EmbeddedPost post = Reading.of(LINE).post();

    assertThat(post.getPostKey()).isEqualTo("x:1897000000000000001");
    assertThat(post.getPlatform()).isEqualTo("x");
    assertThat(post.getId()).isEqualTo("1897000000000000001");
    assertThat(post.getHandle()).isEqualTo("ana");
    assertThat(post.getAuthor()).isEqualTo("Ana");
    assertThat(post.getText()).isEqualTo("Flood in #Lima");
    assertThat(post.getPostedAt()).isEqualTo(Instant.parse("2025-03-04T18:00:00.123Z"));
    assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.MILLIS);
    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.ID);
    assertThat(post.getHashtags()).containsExactly("Lima");
    assertThat(post.getMentions()).containsExactly("ben");
    assertThat(post.getLinks()).containsExactly("https://a.example/1");
    assertThat(post.getUrl()).isEqualTo("https://x.com/ana/status/1897000000000000001");
    assertThat(post.getArticle().getKey()).isEqualTo("https://news.example/1");
    assertThat(post.getArticle().getUrl()).isEqualTo("https://news.example/1");
    assertThat(post.getArticle().getTitle()).isEqualTo("Rain");
    assertThat(post.getArticle().getPublishedAt()).isEqualTo(Instant.parse("2025-03-05T00:00:00Z"));
    assertThat(post.getArticle().getOutlet()).isEqualTo("News");
    assertThat(post.getSource()).isEqualTo("pages/1.html");
  }

  @Test
  void aPostWithoutIdHasTheKeyThatItHasWhenItIsReadFromThePage() {
    EmbeddedPost read =
        Reading.of("Flood in the old town. — Ana (@ana_demo) March 4, 2025\n").post();
    String line =
        """
        {"platform":"x","id":null,"handle":"ana_demo","author":"Ana","text":"Flood in the old town.",\
        "postedAt":"2025-03-04T00:00:00Z","postedAtPrecision":"DAY","postedAtSource":"PAGE"}
        """;

    assertThat(Reading.of(line).post().getPostKey()).isEqualTo(read.getPostKey());
  }

  @Test
  void theKeyOfATimelineIsTheOneThatExtractPrinted() {
    String line =
        LINE.replace("\"article\":{\"url\":\"https://news.example/1\"", "\"article\":{%s");

    assertThat(Reading.of(line.formatted("\"key\":\"x:@ben\",\"url\":null")).post().getArticle())
        .satisfies(article -> assertThat(article.getKey()).isEqualTo("x:@ben"))
        .satisfies(article -> assertThat(article.getUrl()).isNull());
    assertThat(Reading.of(line.formatted("\"key\":null,\"url\":null")).post().getArticle().getKey())
        .startsWith("sha256:");
  }

  @Test
  void aKeyThatIsTooLongIsADeadLetter() {
    String endless = "\"article\":{\"key\":\"" + "k".repeat(5000) + "\",";

    assertThat(Reading.of(LINE.replace("\"article\":{", endless)).failures())
        .containsExactly("line 1: key: expected a string of at most 2100 characters");
  }

  @Test
  void aTimeThatIsNotKnownStaysSo() {
    EmbeddedPost post =
        Reading.of(
                """
                {"platform":"x","handle":"ana","text":"Flood","postedAt":null,\
                "postedAtPrecision":"UNKNOWN","postedAtSource":null,"article":{"url":null}}
                """)
            .post();

    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.INGEST);
    assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.UNKNOWN);
    assertThat(post.getArticle().getUrl()).isNull();
  }

  @Test
  void aBrokenLineSaysWhereItIsAndTheRestIsRead() {
    Reading reading = Reading.of(LINE + "\n{\"platform\": \"x\", \"te\n" + LINE + "[]\n7\n" + LINE);

    assertThat(reading.posts()).hasSize(3);
    assertThat(reading.failures())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("line 3: expected JSON"),
            second -> assertThat(second).startsWith("line 6: no post that is known"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\":\"1897000000000000001\" | \"id\":\"12ab\" | id: expected the number of a post on X",
        "\"id\":\"1897000000000000001\" | \"id\":\"99999999999999999999\" | id: expected the number",
        "\"platform\":\"x\" | \"platform\":\"myspace\" | platform: expected one of bluesky, facebook",
        "2025-03-04T18:00:00.123Z | 9999-03-04T18:00:00Z | postedAt: expected a time from 1970 to now",
        "2025-03-04T18:00:00.123Z | yesterday | postedAt: expected a time in ISO 8601",
        "2025-03-05T00:00:00Z | +999999999-01-01T00:00:00Z | publishedAt: expected a time from 1970",
        "\"MILLIS\" | \"ABOUT\" | postedAtPrecision: expected one of",
        "\"Flood in #Lima\" | 7 | text: expected a string",
        "\"article\":{ | \"article\":{\"key\":\"  \", | key: expected what tells the article",
        "\"article\":{ | \"article\":{\"key\":7, | key: expected a string",
        "[\"Lima\"] | \"Lima\" | hashtags: expected an array of strings"
      })
  void aFieldThatIsNotWhatItShouldBeIsNamed(String sound, String wrong, String reason) {
    Reading reading = Reading.of(LINE.replace(sound, wrong) + LINE);

    assertThat(reading.failures()).singleElement().asString().startsWith("line 1: " + reason);
    assertThat(reading.posts()).hasSize(1);
  }
}
