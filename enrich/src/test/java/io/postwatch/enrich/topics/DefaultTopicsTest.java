// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.Annotator;
import io.postwatch.schema.TopicMention;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultTopicsTest {
  private static final int ENOUGH = 6;
  private static final TopicsFile FILE = TopicsFile.defaults();
  private static final Annotator ANNOTATOR = Annotator.withDefaults();

  static Stream<TopicDefinition> topics() {
    return FILE.topics().stream();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyExampleReportsItsTopic(TopicDefinition topic) {
    assertThat(topic.examples())
        .hasSizeGreaterThanOrEqualTo(ENOUGH)
        .allSatisfy(example -> assertThat(reported(example.text())).contains(topic.id()));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void noCounterexampleReportsItsTopic(TopicDefinition topic) {
    assertThat(topic.counterexamples())
        .hasSizeGreaterThanOrEqualTo(ENOUGH)
        .allSatisfy(example -> assertThat(reported(example.text())).doesNotContain(topic.id()));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyTopicSaysWhatItIs(TopicDefinition topic) {
    assertThat(topic.title()).isNotBlank();
    assertThat(topic.description()).isNotBlank();
    assertThat(topic.patterns()).isNotEmpty();
  }

  @Test
  void everydayTextReportsNothing() {
    assertThat(reported("Good morning! Coffee first, then a long walk with the dog.")).isEmpty();
  }

  private static Set<String> reported(String text) {
    return ANNOTATOR.annotate(text).topics().stream()
        .filter(mention -> mention.getConfidence() >= TopicsCheck.REPORTED)
        .map(TopicMention::getTopic)
        .collect(Collectors.toSet());
  }
}
