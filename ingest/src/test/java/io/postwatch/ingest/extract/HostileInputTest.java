// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.postwatch.schema.EmbeddedPost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No input may stall, exhaust or break the extraction. */
class HostileInputTest {
  private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");

  /** Generous for a busy machine: each takes under two seconds on a free one. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final int MANY = 300_000;
  private static final String SIGNED = " — Ana (@ana_demo) May 4, 2025";
  private static final String LINK = "<a href='https://x.com/a/status/1919000000000000000'>x</a>";

  private static List<EmbeddedPost> extract(String content) {
    return assertTimeoutPreemptively(
        LIMIT, () -> new PostExtractor().extract(new Document("-", content), SEEN));
  }

  private static final Map<String, String> TEXTS = new TreeMap<>();

  static {
    TEXTS.put("one line of 100 MB", "a".repeat(100_000_000));
    TEXTS.put("one line of sentences", "Word word. ".repeat(MANY) + SIGNED);
    TEXTS.put("newlines", "\n".repeat(10 * MANY) + SIGNED);
    TEXTS.put("handles", "(@a) ".repeat(MANY));
    TEXTS.put("handles with digits", "(@a) 1 1 1 1 1 1 1 1 ".repeat(MANY / 4));
    TEXTS.put("handles after dashes", "— (@a) A".repeat(MANY / 4));
    TEXTS.put("open brackets", "(@".repeat(MANY));
    TEXTS.put("dashes", "— ".repeat(MANY) + SIGNED);
    TEXTS.put("dots", "a.".repeat(MANY) + SIGNED);
    TEXTS.put("brackets in an address", "http://a.com/" + "(a)".repeat(MANY) + SIGNED);
    TEXTS.put("hash signs", "#".repeat(MANY) + SIGNED);
    TEXTS.put("quotation marks", "“„«".repeat(MANY) + SIGNED);
    TEXTS.put("halves of surrogate pairs", "\ud800a\udc00".repeat(MANY) + SIGNED);
    TEXTS.put("NULs", "\0".repeat(MANY) + SIGNED);
    TEXTS.put("combining marks", "a" + "\u0301".repeat(MANY) + SIGNED);
    TEXTS.put("entities", "&amp;&#x26;&#".repeat(MANY) + SIGNED);
    TEXTS.put("Markdown", "![".repeat(MANY) + "](http");
    TEXTS.put("quote marks of Markdown", "> ".repeat(MANY) + SIGNED);
    TEXTS.put("half tags", "<a ".repeat(MANY) + SIGNED);
    TEXTS.put("addresses of posts", "https://x.com/a/status/12345678901\n".repeat(MANY / 10));
    TEXTS.put("nested tags", "<div>".repeat(1_000_000) + LINK);
    TEXTS.put("nested formatting", "<p><b><i><font><u>".repeat(MANY / 4) + LINK);
    TEXTS.put("nested tables", "<table><tr><td>".repeat(MANY / 3) + LINK);
    TEXTS.put("nested quotes", "<blockquote class=twitter-tweet>a".repeat(MANY / 3) + LINK);
    TEXTS.put("many quotes", ("<blockquote>" + LINK + "</blockquote>").repeat(MANY / 10));
    TEXTS.put("many links", "<blockquote class=twitter-tweet>" + LINK.repeat(MANY / 10));
    TEXTS.put("attributes", "<p " + "a=b ".repeat(MANY) + ">" + LINK);
    TEXTS.put(
        "an endless id", "<p><a href='https://x.com/a/status/" + "1".repeat(MANY) + "'>x</a>");
    TEXTS.put("nested placeholders", "<div data-tweet-id=1919000000000000000>".repeat(MANY / 3));
    TEXTS.put("nested boxes of posts", "<div class=tweet>".repeat(MANY / 3) + LINK);
    TEXTS.put("nested side columns", "<div class=sidebar><h1>x</h1>".repeat(MANY / 6) + LINK);
    TEXTS.put("nested templates", "<template>".repeat(MANY / 3) + LINK);
    TEXTS.put("a state of open objects", "<p><script>x=" + "{\"tweet\":".repeat(MANY));
    TEXTS.put("a state of open lists", "<p><script>x=tweet" + "[".repeat(10 * MANY));
    TEXTS.put("a state of quotes", "<p><script>" + "'tweet".repeat(MANY));
    TEXTS.put("a state in a state", "<p><script>x='" + "{\"a\":\"tweet\"}".repeat(MANY / 3) + "'");
    TEXTS.put(
        "states in attributes",
        "<div data-s='{\"tweetId\":\"1919000000000000000\"}'>".repeat(9999));
    TEXTS.put("base64 without end", "<p data-x='P" + "GJs".repeat(MANY) + "'>");
    TEXTS.put("a comment that never ends", "<p><!--" + "-".repeat(10 * MANY));
  }

  static List<String> texts() {
    return List.copyOf(TEXTS.keySet());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isReadInBoundedTime(String name) {
    assertThat(extract(TEXTS.get(name))).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void thousandsOfFakeSignaturesGiveBoundedPostsOfTheirOwnWords() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      text.append("Post number ").append(i).append(" is here").append(SIGNED).append('\n');
    }
    List<EmbeddedPost> posts = extract(text.toString());

    assertThat(posts).hasSize(20_000);
    assertThat(posts.get(19_999).getText()).isEqualTo("Post number 19999 is here");
  }

  @Test
  void anEndlessPostIsCutAtXsLimit() {
    String html = "<blockquote class=twitter-tweet><p>%s</p>%s</blockquote>";
    List<EmbeddedPost> posts = extract(html.formatted("word ".repeat(MANY), LINK));

    assertThat(posts).singleElement();
    assertThat(posts.get(0).getText()).hasSize(25_000);
  }

  @Test
  void aTimeInTheFarFutureIsNotBelieved() {
    String html = "<blockquote class=twitter-tweet><a href='https://x.com/a/status/%s'>x</a>";
    EmbeddedPost post = extract(html.formatted(Long.MAX_VALUE)).get(0);

    assertThat(post.getId()).isEqualTo(Long.toString(Long.MAX_VALUE));
    assertThat(post.getPostedAt()).isEqualTo(SEEN);
  }

  @Test
  void rareWhiteSpaceAtTheEndOfALinkAtTheEndOfAPost() {
    String page =
        "<blockquote class=\"twitter-tweet\"><p>Flood</p>&mdash; Ana (@ana)"
            + " <a href=\"https://twitter.com/ana/status/1897000000000000001\">March 4, 2025"
            + "\u2003\u000b</a></blockquote>";

    assertThat(new PostExtractor().extract(new Document("-", page), SEEN)).hasSize(1);
  }
}
