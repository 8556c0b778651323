// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.TopicMention;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFinderTest {
  private static final TopicFinder FINDER =
      new TopicFinder(
          new TopicsFile(
              Map.of(),
              located(List.of("rain man")),
              List.of(
                  topic(
                      "rain",
                      Map.of(0.8, List.of("rain|rains", "heavy rain"), 0.5, List.of("umbrella*")),
                      List.of("rain check", "umbrella term")),
                  topic("snow", Map.of(0.6, List.of("snow")), List.of()))));

  @Test
  void theSurestTopicComesFirst() {
    assertThat(find("snow, then rain"))
        .extracting(TopicMention::getTopic)
        .containsExactly("rain", "snow");
  }

  @Test
  void differentWordingsAddToTheConfidenceInAPost() {
    assertThat(find("rain and umbrellas"))
        .hasSize(2)
        .allSatisfy(mention -> assertThat(mention.getConfidence()).isCloseTo(0.85, within(1e-9)));
  }

  @Test
  void theSameWordingTwiceProvesNoMore() {
    assertThat(find("rain, rain"))
        .hasSize(2)
        .allSatisfy(mention -> assertThat(mention.getConfidence()).isCloseTo(0.8, within(1e-9)));
  }

  @Test
  void ofOverlappingWordsTheLongestAreShown() {
    assertThat(find("heavy rain"))
        .extracting(TopicMention::getStart, TopicMention::getEnd)
        .containsExactly(tuple(0, 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "take a rain check",
        "the film Rain Man",
        "umbrella term",
        "no rain",
        "there was no heavy rain",
        "it did not rain",
        "without any rain",
        "the rain was called off"
      })
  void trapsAndDenialsReportNothing(String text) {
    assertThat(find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"not only rain", "no fewer than two rains", "no sun but rain"})
  void notEveryNoIsADenial(String text) {
    assertThat(find(text)).hasSize(1);
  }

  @Test
  void whatIsOnlySupposedCountsHalfBesideWhatIsSaid() {
    assertThat(find("it will rain")).isEmpty();
    assertThat(find("it could rain")).isEmpty();
    assertThat(find("umbrellas, and it could rain"))
        .hasSize(2)
        .allSatisfy(mention -> assertThat(mention.getConfidence()).isCloseTo(0.6, within(1e-9)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rain in 1953",
        "on this day it rained: rain",
        "two years ago today, rain",
        "rain in the new episode"
      })
  void whatSpeaksOfHistoryOrFictionReportsNothing(String text) {
    assertThat(find(text)).isEmpty();
  }

  @Test
  void anotherSentenceRaisesNoDoubt() {
    assertThat(find("A film about 1953. And now, rain."))
        .singleElement()
        .satisfies(mention -> assertThat(mention.getConfidence()).isCloseTo(0.8, within(1e-9)));
  }

  private static List<TopicMention> find(String text) {
    return FINDER.find(PostText.of(text), List.of(), 100);
  }

  private static TopicDefinition topic(
      String id, Map<Double, List<String>> patterns, List<String> traps) {
    Map<Double, List<Located>> placed =
        patterns.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> located(entry.getValue())));
    return new TopicDefinition(id, id, id, null, null, placed, located(traps), null, null);
  }

  private static List<Located> located(List<String> patterns) {
    return patterns.stream()
        .map(pattern -> new Located(pattern, new FilePosition("test.yaml", 1, 1)))
        .toList();
  }
}
