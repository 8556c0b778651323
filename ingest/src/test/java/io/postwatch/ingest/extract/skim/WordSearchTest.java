// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.ingest.extract.skim.WordSearch.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSearchTest {
  private static final List<String> WORDS = List.of("/status/", "twitter", "?tweet?", "youtu.be");
  private static final WordSearch<String> SEARCH =
      new WordSearch<>(WORDS.stream().map(word -> new Entry<>(word, word)).toList());

  private static List<String> found(String text) {
    List<String> found = new ArrayList<>();
    SEARCH.visit(
        text.getBytes(StandardCharsets.ISO_8859_1), (start, word) -> found.add(start + " " + word));
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/status/", "twitter", "youtu.be"})
  void aWordIsFoundWhereverItLiesInWhateverCase(String word) {
    for (int before = 0; before < 100; before++) {
      for (int after = 0; after < 40; after++) {
        String text = "x".repeat(before) + word + "x".repeat(after);

        assertThat(found(text)).containsExactly(before + " " + word);
        assertThat(found(text.toUpperCase(Locale.ROOT))).containsExactly(before + " " + word);
      }
    }
  }

  @Test
  void aQuestionMarkStandsForAnySignOfAscii() {
    for (char c = 0; c < 0x80; c++) {
      assertThat(found("  " + c + "tweet" + c + "  ")).contains("2 ?tweet?");
    }
    assertThat(found("tweet")).isEmpty();
  }

  @Test
  void theSearchEndsWhereItIsNotLetOn() {
    byte[] text = "twitter, twitter".getBytes(StandardCharsets.US_ASCII);

    assertThat(SEARCH.visit(text, (start, word) -> start > 0)).isFalse();
    assertThat(SEARCH.visit(text, (start, word) -> true)).isTrue();
  }

  @Test
  void shorterWordsCannotBeFoundBySamples() {
    assertThatThrownBy(() -> new WordSearch<>(List.of(new Entry<>("x.com/", ""))))
        .hasMessageContaining("at least 7");
  }
}
