// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.bench.TextScore.Truth;
import io.postwatch.ingest.extract.Document;
import io.postwatch.ingest.extract.PostExtractor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextRendererTest {
  private static final String PAGE =
      "<p>The council met on Monday, four days after the river broke its banks, and decided"
          + " nothing, a spokesman said.</p><blockquote><p>Water over the bridge in <a href='/k'>"
          + "#Kisumu</a>!<br>Buses turn back.</p>— Ana (@ana_demo) <a href='/s'>May 4, 2025</a>"
          + "</blockquote><p>The mayor was not there.</p>";

  private static List<TextStyle> styles() {
    return TextStyle.all();
  }

  private static String rendered(String style) {
    return styles().stream()
        .filter(s -> s.name().startsWith(style))
        .map(s -> TextRenderer.render(Jsoup.parse(PAGE), s))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void blocksAreParagraphsLinesOrOneLine() {
    assertThat(rendered("paragraphs (")).contains("!\nBuses turn back.\n\n— Ana (@ana_demo) May");
    assertThat(rendered("lines, breaks lost")).contains("! Buses turn back.\n— Ana");
    assertThat(rendered("one line (")).contains("said. Water over", "2025 The mayor");
    assertThat(rendered("glued")).contains("said.Water over", "2025The mayor");
  }

  @Test
  void markdownQuotesAndLinks() {
    assertThat(rendered("Markdown (turndown)"))
        .contains("> Water over the bridge in [#Kisumu](/k)!\n> Buses turn back.\n> \n> — Ana");
  }

  @ParameterizedTest
  @MethodSource("styles")
  void aSignedPostIsScoredInEachStyle(TextStyle style) {
    String text = TextRenderer.render(Jsoup.parse(PAGE), style);
    Truth truth =
        new Truth(
            "ana_demo",
            LocalDate.of(2025, 5, 4),
            "Water over the bridge in #Kisumu!\nBuses turn back.");
    TextScore score = new TextScore();

    score.add(
        List.of(truth),
        text,
        new PostExtractor()
            .extract(new Document("-", text), Instant.parse("2026-11-22T00:00:00Z")));

    assertThat(score.signatures()).isOne();
    assertThat(score.found()).isOne();
    assertThat(score.guesses()).hasSize(1);
  }
}
