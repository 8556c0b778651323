// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of server components, cut into pushes of any length. All is invented. */
class ReactStreamTest {
  private static final String QUOTE =
      "<blockquote class='twitter-tweet'><p>Brücke gone \uD83D\uDE92</p></blockquote>";

  private static String push(String part) {
    return "<script>self.__next_f.push([1," + TextNode.valueOf(part) + "])</script>";
  }

  private static List<String> quotes(String stream, int length) {
    StringBuilder page = new StringBuilder("<title>Flood</title><h1>Flood</h1>");
    for (int at = 0; at < stream.length(); at += length) {
      page.append(push(stream.substring(at, Math.min(at + length, stream.length()))));
    }
    Document parsed = Markup.parse(page.toString(), "");
    ArticleMarkup.uncover(parsed);
    return parsed.select("blockquote").stream().map(Element::outerHtml).toList();
  }

  private static String textRow(String number, String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return number + ":T" + Integer.toHexString(bytes) + "," + text;
  }

  private static String json(String text) {
    return TextNode.valueOf(text).toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 40, 10_000})
  void markupIsReadWhereverTheServerCutTheStream(int length) {
    String row = "2:[\"$\",\"div\",null,{\"html\":" + json(QUOTE) + "}]\n3:{\"a\":1}\n";
    assertThat(quotes(row, length)).singleElement().asString().contains("Brücke gone \uD83D\uDE92");
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 40, 10_000})
  void aLongTextEndsWhereItsLengthSaysAndNotWithTheLine(int length) {
    String body = "<p>Über\n" + "2:T99,".repeat(3) + "</p>" + QUOTE;
    String rows = "1:{\"body\":\"$1a\"}\n" + textRow("1a", body) + "2:[\"$\",\"p\",null,{}]\n";
    assertThat(quotes(rows, length)).hasSize(1);
  }

  @Test
  void aLongTextIsTakenOnceAndAlsoWhereNothingNamesIt() {
    assertThat(quotes("1:{\"a\":\"$b\",\"c\":\"$b\"}\n" + textRow("b", QUOTE), 99)).hasSize(1);
    assertThat(quotes(textRow("b", QUOTE), 99)).hasSize(1);
  }

  @Test
  void aLongTextOfAnotherArticleIsLeftOut() {
    assertThat(quotes("1:{\"relatedArticles\":[{\"body\":\"$b\"}]}\n" + textRow("b", QUOTE), 99))
        .isEmpty();
  }

  @Test
  void brokenStreamsAreReadInLinearTime() {
    String many =
        IntStream.range(0, 100_000)
            .mapToObj(i -> Integer.toHexString(i) + ":Tfffff,")
            .reduce(new StringBuilder("tweet"), StringBuilder::append, StringBuilder::append)
            .toString();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(quotes(many, 5000)).isEmpty();
          assertThat(quotes("\n1:T1,".repeat(200_000) + "tweet", 5000)).isEmpty();
        });
  }
}
