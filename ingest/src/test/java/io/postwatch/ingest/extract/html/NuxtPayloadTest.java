// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads of Nuxt, all invented. */
class NuxtPayloadTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[[\"ShallowReactive\",1],{\"a\":2},\"x\"] | {\"a\":\"x\"}",
        "[{\"list\":1},[2,3],\"x\",{\"b\":2}] | {\"list\":[\"x\",{\"b\":\"x\"}]}",
        "[{\"none\":-1,\"n\":1},7] | {\"n\":7}",
        "[{\"at\":1},[\"Date\",\"2025-05-04\"]] | {\"at\":[\"Date\",\"2025-05-04\"]}",
        "{\"a\":1} | {\"a\":1}",
        "[broken | [broken",
      })
  void valuesArePutWhereTheyAreNamed(String payload, String plain) {
    assertThat(NuxtPayload.plain(payload)).isEqualTo(plain);
  }

  private static Document uncovered(String payload) {
    Document page =
        Markup.parse(
            "<title>Flood</title><link rel=canonical href='https://demo.example/flood-in-kisumu'>"
                + "<h1>Flood</h1><script type='application/json' id='__NUXT_DATA__'>"
                + payload
                + "</script>",
            "");
    ArticleMarkup.uncover(page);
    return page;
  }

  @Test
  void aBlockThatNamesAPostIsFound() {
    String payload =
        "[{\"body\":1},[2],{\"type\":3,\"tweetId\":4},\"tweet\",\"1919000000000000000\"]";
    assertThat(uncovered(payload).select("div[data-tweet-id=1919000000000000000]")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"related", "next-article"})
  void theTextOfAnotherArticleIsLeftOut(String name) {
    String quote = "<blockquote class='twitter-tweet'><p>Gone.</p></blockquote>";
    String payload = "[{\"NAME\":1},[2],{\"body\":3},\"" + quote + "\"]";
    assertThat(uncovered(payload.replace("NAME", "article")).select("blockquote")).hasSize(1);
    assertThat(uncovered(payload.replace("NAME", name)).select("blockquote")).isEmpty();
  }

  @Test
  void valuesThatNameThemselvesOrEachOtherManyTimesEnd() {
    String circles =
        IntStream.range(0, 2000)
            .mapToObj(i -> "[" + (i + 1) % 2000 + "," + (i + 7) % 2000 + ",0]")
            .collect(Collectors.joining(",", "[", "]"));
    String long1 = "[[" + "1,".repeat(50_000) + "1],\"" + "tweet ".repeat(10_000) + "\"]";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(NuxtPayload.plain(circles).length()).isLessThan(4_000_000);
          assertThat(NuxtPayload.plain(long1).length()).isLessThan(9_000_000);
        });
  }
}
