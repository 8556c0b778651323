// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Entity;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTaggerTest {
  private static final int MEGABYTE = 1 << 20;
  private static final NameTagger TAGGER = NameTagger.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Just met Emma Watson in London | PERSON Emma Watson, LOCATION London",
        "Barack Obama's speech was long | PERSON Barack Obama",
        "Heavy rain in New York City again :( | LOCATION New York City",
        "I left Google to work at Microsoft | ORGANIZATION Google, ORGANIZATION Microsoft",
        "RT @maria: John Kerry lands in Paris, says Reuters https://t.co/x | PERSON John Kerry, LOCATION Paris, ORGANIZATION Reuters",
      })
  void namesAreFoundWithTheirTypes(String text, String names) {
    assertThat(String.join(", ", found(text))).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "so tired of this rain",
        "lol what are you doing ???",
        "@nobody https://t.co/a 🔥🔥",
      })
  void textsWithoutNamesHaveNone(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void theHashOfAHashtagIsNoPartOfTheName() {
    assertThat(found("Stay safe everyone in #California")).contains("LOCATION California");
  }

  @Test
  void offsetsCountCodePoints() {
    Entity name = TAGGER.tag(PostText.of("🔥🔥 Emma Watson is here"), 9).get(0);

    assertThat(name.getStart()).isEqualTo(3);
    assertThat(name.getEnd()).isEqualTo(14);
  }

  @Test
  void noMoreThanTheLimitAreFound() {
    assertThat(TAGGER.tag(PostText.of("Emma Watson met Barack Obama in London"), 1)).hasSize(1);
  }

  @Test
  void threadsThatShareATaggerFindWhatOneFindsAlone() {
    List<String> texts =
        IntStream.range(0, 400)
            .mapToObj(i -> "Emma" + i % 97 + " Watson saw Paris and Google no " + i)
            .toList();
    List<List<String>> alone = texts.stream().map(NameTaggerTest::found).toList();

    assertThat(texts.parallelStream().map(NameTaggerTest::found).toList()).isEqualTo(alone);
  }

  @Property(tries = 1000)
  void namesLieInsideTheTextOnCodePointBordersInOrder(@ForAll("posts") String text) {
    check(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        " ",
        "#",
        "!",
        "?!",
        "'s ",
        "#Ab ",
        "Emma ",
        "New York ",
        "\u0301",
        "\ud83d",
        "\u202eشمس ",
        "A.",
        "a1"
      })
  void aMegabyteTakesBoundedTime(String unit) {
    String text = unit.repeat(MEGABYTE / unit.length());

    assertTimeout(Duration.ofSeconds(10), () -> check(text));
  }

  private static void check(String text) {
    int before = 0;
    for (Entity name : TAGGER.tag(PostText.of(text), 200)) {
      assertThat(name.getStart()).isGreaterThanOrEqualTo(before).isLessThan(name.getEnd());
      int from = text.offsetByCodePoints(0, name.getStart());
      int to = text.offsetByCodePoints(0, name.getEnd());
      assertThat(text.substring(from, to)).isEqualTo(name.getText());
      before = name.getEnd();
    }
  }

  @Provide
  Arbitrary<String> posts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(8),
            Arbitraries.of(
                "Emma",
                "Watson",
                " ",
                "in",
                "London",
                "#",
                "#NewYork",
                "@",
                "’s",
                "'",
                "\ud83d",
                "\udc00",
                "\u0301",
                "\u202e",
                "🇰🇿",
                "(",
                "\"",
                "http://",
                ".",
                "U.S.",
                "Алматы"))
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  private static List<String> found(String text) {
    return TAGGER.tag(PostText.of(text), 200).stream()
        .map(name -> name.getType() + " " + name.getText())
        .toList();
  }
}
