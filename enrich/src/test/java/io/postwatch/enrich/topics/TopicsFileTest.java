// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.postwatch.enrich.topics.TopicDefinition.Acled;
import io.postwatch.enrich.topics.TopicDefinition.Plover;
import io.postwatch.enrich.topics.TopicsFileException.Mistake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsFileTest {
  private static final String RAIN = "topics: [{id: rain, title: Rain, patterns: {0.5: [rain]}}]";

  @Test
  void aFileIsReadWithItsTopics() {
    TopicsFile file =
        read(
            """
            words:
              drops: [rain, drizzle]
            traps: [rain man]
            topics:
              - id: rain
                title: Rain
                description: It rains.
                acled: {event: Strategic developments, subEvent: Other}
                plover: {event: RETREAT, mode: withdraw}
                patterns:
                  0.8: [<drops>, downpour]
                  0.5:
                    - cloud|clouds
                traps: [rain check]
                examples: [It rains.]
                counterexamples: ['A "rain check": what is it?']
            """);

    TopicDefinition rain = file.topics().get(0);
    assertThat(file.topics()).hasSize(1);
    assertThat(file.patterns()).isEqualTo(5);
    assertThat(rain.title()).isEqualTo("Rain");
    assertThat(rain.acled()).isEqualTo(new Acled("Strategic developments", "Other"));
    assertThat(rain.plover()).isEqualTo(new Plover("RETREAT", "withdraw"));
    assertThat(rain.patterns().get(0.8))
        .extracting(Located::text)
        .containsExactly("<drops>", "downpour");
    assertThat(rain.counterexamples())
        .extracting(Located::text)
        .containsExactly("A \"rain check\": what is it?");
  }

  @Test
  void everyTextKnowsWhereItStands() {
    TopicDefinition rain =
        read("""
                topics:
                  - id: rain
                    title: Rain
                    patterns:
                      0.8: [größe, drizzle]
                    examples:
                      - "🌧 It rains."
                """)
            .topics()
            .get(0);

    assertThat(rain.patterns().get(0.8))
        .extracting(Located::at)
        .containsExactly(
            new FilePosition("test.yaml", 5, 13), new FilePosition("test.yaml", 5, 20));
    assertThat(rain.examples().get(0).at()).hasToString("test.yaml, line 7, column 9");
  }

  @Test
  void wordsAreWordsWhateverYamlTakesThemFor() {
    TopicsFile file =
        read("topics: [{id: no, title: 2024, patterns: {1: [yes, 12, 1.5, null, 2020-01-01]}}]");

    assertThat(file.topics().get(0).id()).isEqualTo("no");
    assertThat(file.topics().get(0).title()).isEqualTo("2024");
    assertThat(file.topics().get(0).patterns().get(1.0)).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          colour: blue; 1; 1; unknown key 'colour', expected one of [extends, without, words, traps, topics]
          topics: [{id: rain, patern: a}]; 1; 21; unknown key 'patern', expected one of [id, title,
          topics: [{id: rain, acled: {evnt: a}}]; 1; 29; unknown key 'evnt', expected one of [event, subEvent]
          topics: [{id: rain, plover: {subEvent: a}}]; 1; 30; unknown key 'subEvent', expected one of [event, mode]
          topics: [{title: Rain}]; 1; 10; a topic without an id, expected 'id: a-name'
          topics: [{id: Heavy Rain}]; 1; 15; topic id 'Heavy Rain', expected up to 64 lower-case letters
          topics: [{id: rain}]; 1; 15; topic 'rain' has no title, expected 'title:'
          topics: [{id: rain}]; 1; 15; topic 'rain' has no patterns, expected 'patterns:'
          topics: [{id: rain, patterns: {}}]; 1; 15; topic 'rain' has no patterns, expected 'patterns:'
          topics: [{id: rain, patterns: {0.5: []}}]; 1; 15; topic 'rain' has no patterns, expected 'patterns:'
          topics: [{id: rain}, {id: rain}]; 1; 27; topic 'rain' is there twice, expected once
          topics: [{id: rain, id: snow}]; 1; 21; key 'id' is there twice, expected once
          topics: [{id: rain, title: [a]}]; 1; 28; expected a text, got a list
          topics: [{id: rain, title: {a: b}}]; 1; 28; expected a text, got 'key: value'
          topics: [{id: rain, patterns: [a]}]; 1; 31; expected 'key: value', got a list
          topics: [{id: rain, patterns: {1.5: [a]}}]; 1; 32; confidence '1.5', expected a number above 0 up to 1
          topics: [{id: rain, patterns: {0: [a]}}]; 1; 32; confidence '0', expected a number above 0 up to 1
          topics: [{id: rain, patterns: {.NaN: [a]}}]; 1; 32; confidence '.NaN', expected a number
          topics: [{id: rain, patterns: {high: [a]}}]; 1; 32; confidence 'high', expected a number
          topics: [{id: rain, patterns: {0.5: [a], 0.50: [b]}}]; 1; 42; confidence 0.50 is there twice
          topics: [{id: rain, patterns: {0.5: a}}]; 1; 37; expected a list, got the text 'a'
          topics: [{id: rain, patterns: {0.5: [a, ""]}}]; 1; 41; expected a text, got nothing
          topics: [{id: rain, patterns: {0.5: [a, b ~2]}}]; 1; 41; pattern 'b ~2': expected 1 to 12 words
          topics: [{id: rain, patterns: {0.5: [<drops>]}}]; 1; 38; pattern '<drops>': list <drops>, expected one of []
          topics: [{id: rain, traps: [ab*]}]; 1; 29; pattern 'ab*': 'ab*', expected a stem of 3 to 63 letters
          traps: [~0 a]; 1; 9; pattern '~0 a': gap '~0', expected ~1 to ~9
          words: {drops: [rain, '!!']}; 1; 23; '!!', expected one word
          words: {drops: [rain, <rain>]}; 1; 23; '<rain>', expected words without | ~ ? and lists of lists
          words: {drops: [rain|snow]}; 1; 17; 'rain|snow', expected words without | ~ ? and lists of lists
          words: {number: [rain]}; 1; 9; list 'number', expected a name without a meaning of its own
          words: {Drops: [rain]}; 1; 9; list 'Drops', expected up to 64 lower-case letters
          words: [rain]; 1; 8; expected 'key: value', got a list
          topics: [{id: rain, acled: {event: Storms}}]; 1; 36; 'Storms', expected one of [Battles, Protests,
          topics: [{id: rain, acled: {event: Riots, subEvent: Attack}}]; 1; 53; 'Attack', expected one of [Violent demonstration, Mob violence]
          topics: [{id: rain, acled: {subEvent: Attack}}]; 1; 28; no event, expected 'event:'
          topics: [{id: rain, plover: {event: YIELD}}]; 1; 37; 'YIELD', expected one of [AGREE, CONSULT,
          topics: [{id: rain, plover: {event: ASSAULT, mode: demo}}]; 1; 52; 'demo', expected one of [abduct, beat,
          topics: [{id: rain, plover: {event: AID, mode: demo}}]; 1; 48; 'demo', expected one of []
          topics: rain; 1; 9; expected a list, got the text 'rain'
          extends: other; 1; 10; 'other', expected one of [default]
          without: [strike]; 1; 10; topics left out of nothing, expected 'extends: default' above
          {extends: default, without: [strikes]}; 1; 30; topic 'strikes', expected one of [protest, strike,
          """)
  void aMistakeIsToldWithItsPlaceAndWhatWasExpected(
      String yaml, int line, int column, String reason) {
    assertThat(mistakes(yaml).mistakes())
        .anySatisfy(
            mistake -> {
              assertThat(mistake.at()).isEqualTo(new FilePosition("test.yaml", line, column));
              assertThat(mistake.what()).startsWith(reason);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          topics:|  - id: rain|   title: Rain; 3; 4; wrong indentation, expected it to begin under its neighbours
          topics:|  - id: rain|- id: snow; 3; 1; wrong indentation
          topics:|  - id: rain|\ttitle: Rain; 3; 1; a tab, expected spaces
          topics:|  - id: rain|    title: Rain: a storm; 3; 16; a ':' that is not expected here
          topics:|  - id: "rain|    title: Rain; 2; 9; a quote that is not closed
          topics:|  - id: @rain; 2; 9; a text that begins with a sign of YAML, expected it in quotes
          topics:|  - *rain; 2; 5; '*rain' is an alias, expected the text itself
          a: &a [b]|b: [*a, *a]; 2; 5; '*a' is an alias, expected the text itself
          topics: [[[[[[[[[[[[[; 1; 18; nested too deep, expected at most 10 levels
          traps:|  - "killing" time; 2; 15; not expected here; a text that has quotes
          traps:|  - [a] b; 2; 9; not expected here
          a: b|---|c: d; 2; 1; a second document, expected one
          topics: !!java.net.URL [a]; 1; 9; a tag, expected a plain text or list
          topics: !*%B; 1; 9; a tag, expected a plain text or list
          topics:|  - id: ra\u0001in; 2; 11; a control character (U+0001), expected text
          """)
  void whatIsNotYamlIsToldInPlainWords(String yaml, int line, int column, String reason) {
    String text = yaml.replace('|', '\n').replace("\\t", "\t").replace("\\u0001", "\u0001");

    assertThat(mistakes(text))
        .hasMessageStartingWith("test.yaml, line %d, column %d: %s", line, column, reason);
  }

  @Test
  void bytesThatAreNotUtf8AreToldWithTheirPlace() {
    byte[] latin = "topics:\n  - id: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> TopicsFile.read("test.yaml", new ByteArrayInputStream(latin)))
        .isInstanceOf(TopicsFileException.class)
        .hasMessage("test.yaml, line 2, column 12: not UTF-8");
  }

  @Test
  void allMistakesAreFoundAndTheMessageIsTheFirst() {
    TopicsFileException found =
        mistakes(
            """
            topics:
              - id: rain
                titel: Rain
                patterns:
                  0.5: [rain, <drops>]
              - id: rain
            """);

    assertThat(found.mistakes())
        .extracting(Mistake::at)
        .extracting(FilePosition::line)
        .containsExactly(2, 3, 5, 6, 6, 6);
    assertThat(found)
        .hasMessage(
            "test.yaml, line 2, column 9: topic 'rain' has no title, expected 'title:';"
                + " and 5 more mistakes");
  }

  @Test
  void aMessageIsOneShortLineWhateverTheFileHas() {
    assertThat(mistakes("\"a\\nb\\e[31m" + "c".repeat(500) + "\": 1"))
        .hasMessageContaining("unknown key 'a?b?[31mccc")
        .hasMessageContaining("ccc…', expected");
  }

  @Test
  void aFileWithoutTopicsIsRefused() {
    assertThat(mistakes(""))
        .hasMessage("test.yaml: no topics, expected at least one under 'topics'");
    assertThat(mistakes("topics: []")).hasMessageContaining("no topics");
  }

  @Test
  void aFileStandsAloneUnlessItSaysThatItExtends() {
    assertThat(read(RAIN).topics()).extracting(TopicDefinition::id).containsExactly("rain");
    assertThat(read("extends: default\n" + RAIN).topics())
        .extracting(TopicDefinition::id)
        .contains("strike", "casualties", "rain");
  }

  @Test
  void anExtendedTopicHasTheListsOfBothAndTheNewTitle() {
    TopicDefinition before = TopicsFile.defaults().topic("strike").orElseThrow();

    TopicDefinition strike =
        read("""
                extends: default
                topics:
                  - id: strike
                    title: Walkout
                    plover: {event: PROTEST, mode: general}
                    patterns: {0.9: [laptops down], 0.45: [tea break]}
                    traps: [strike a match]
                    examples: [Laptops down!]
                """)
            .topic("strike")
            .orElseThrow();

    assertThat(strike.title()).isEqualTo("Walkout");
    assertThat(strike.plover().mode()).isEqualTo("general");
    assertThat(strike.description()).isEqualTo(before.description());
    assertThat(strike.acled()).isEqualTo(before.acled());
    assertThat(strike.size()).isEqualTo(before.size() + 3);
    assertThat(strike.patterns().get(0.9)).hasSize(before.patterns().get(0.9).size() + 1);
    assertThat(strike.examples()).hasSize(before.examples().size() + 1);
    assertThat(strike.counterexamples()).isEqualTo(before.counterexamples());
  }

  @Test
  void wordListsOfTheSameNameAreJoined() {
    TopicsFile file =
        read(
            """
            extends: default
            words:
              forces: [river wardens]
            topics:
              - id: patrol
                title: Patrol
                patterns: {0.8: [<forces> on patrol]}
            """);

    assertThat(file.words().get("forces")).contains("police", "river wardens");
  }

  @Test
  void topicsCanBeLeftOutAndDefinedAnew() {
    TopicsFile file =
        read(
            """
            extends: default
            without: [looting, strike]
            topics:
              - id: strike
                title: Lightning
                patterns: {0.8: [lightning strike]}
            """);

    assertThat(file.topic("looting")).isEmpty();
    assertThat(file.topic("strike").orElseThrow().size()).isEqualTo(1);
    assertThat(mistakes("{extends: default, without: [strike], topics: [{id: strike}]}"))
        .hasMessageContaining("topic 'strike' has no title");
  }

  @Test
  void aFileTooLargeIsRefused() {
    assertThat(mistakes("#\n".repeat(2 << 20) + "#"))
        .hasMessage("test.yaml: larger than 4 MiB, expected a file of topics in YAML");
    assertThat(mistakes("traps: [" + "a,\n".repeat(500_000) + "]"))
        .hasMessageContaining("too much for one file, expected at most 400000 texts");
    assertThat(mistakes("traps: [" + "a,\n".repeat(100_001) + "]"))
        .hasMessageContaining("100001 patterns, expected at most 100000");
    assertThat(mistakes("topics:\n  - " + "!".repeat(1_000_000)))
        .hasMessage(
            "test.yaml, line 2, column 1: too long a line, expected at most 250000 characters");
    assertThat(mistakes("topics: [" + "{id: a},".repeat(3000) + "]").mistakes()).hasSize(1000);
  }

  @Test
  void listsNamedManyTimesDoNotFillTheMemory() {
    String words =
        IntStream.range(0, 10_000).mapToObj(i -> "w" + i).collect(Collectors.joining(","));
    String pattern = "<a>|".repeat(200) + "<a>";

    assertTimeout(
        Duration.ofSeconds(60),
        () ->
            assertThat(
                    mistakes(
                        "words: {a: [%s]}\ntraps: [%s]"
                            .formatted(words, (pattern + ",\n").repeat(900))))
                .hasMessageContaining("too many words when the lists are filled in"));
    assertThat(mistakes("words: {a: [" + words + ", b]}"))
        .hasMessageContaining("too long, expected at most 10000 entries");
  }

  @Test
  void aFileThatCannotBeReadIsOneLine() {
    assertThatThrownBy(() -> TopicsFile.read(Path.of("absent.yaml")))
        .isInstanceOf(IOException.class)
        .hasMessage("absent.yaml: no such file; expected topics in YAML");
    assertThatThrownBy(() -> TopicsFile.read(Path.of("src")))
        .isInstanceOf(IOException.class)
        .hasMessage("src: a directory; expected a file of topics in YAML");
  }

  @Property(tries = 2000)
  void noTextMakesItFailOtherwise(
      @ForAll
          @AlphaChars
          @Chars({
            '\n', ' ', ':', '-', '[', ']', '{', '}', '"', '\'', '#', '&', '*', '!', '|', '>', '%',
            '@', '?', ',', '~', '<', '\t', '\u0000'
          })
          String text) {
    for (String yaml : new String[] {text, "topics: " + text, "topics: [{id: a, title: " + text}) {
      try {
        read(yaml);
      } catch (TopicsFileException e) {
        assertThat(e.getMessage().lines()).hasSize(1);
      }
    }
  }

  private static TopicsFile read(String yaml) {
    try {
      return TopicsFile.read(
          "test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TopicsFileException mistakes(String yaml) {
    return catchThrowableOfType(TopicsFileException.class, () -> read(yaml));
  }
}
