// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.Annotator;
import io.postwatch.enrich.topics.TopicsCheck.Failure;
import io.postwatch.enrich.topics.TopicsCheck.Found;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsCheckTest {

  @Test
  void textsInWhichTheRightIsFoundAreNotTold() throws IOException {
    assertThat(
            failures(
                """
                topics:
                  - id: rain
                    title: Rain
                    patterns: {0.8: [rain], 0.4: [cloud]}
                    examples: [The rain has come., rain]
                    counterexamples: [Sunshine, one cloud]
                """))
        .isEmpty();
  }

  @Test
  void anExampleWithoutItsTopicIsToldWithWhatWasFound() throws IOException {
    assertThat(
            failures(
                """
                topics:
                  - id: rain
                    title: Rain
                    patterns: {0.8: [rain], 0.4: [cloud]}
                    examples:
                      - 🌧 one cloud, and snow
                  - id: snow
                    title: Snow
                    patterns: {0.9: [snow]}
                """))
        .containsExactly(
            new Failure(
                "rain",
                true,
                new Located("🌧 one cloud, and snow", new FilePosition("test.yaml", 6, 9)),
                List.of(
                    new Found("snow", 0.9, List.of("snow")),
                    new Found("rain", 0.4, List.of("cloud")))));
  }

  @Test
  void aCounterexampleWithItsTopicIsToldWithTheWordsThatSaySo() throws IOException {
    assertThat(
            failures(
                """
                topics:
                  - id: rain
                    title: Rain
                    patterns: {0.8: [rain]}
                    counterexamples: [a rain check]
                """))
        .containsExactly(
            new Failure(
                "rain",
                false,
                new Located("a rain check", new FilePosition("test.yaml", 5, 23)),
                List.of(new Found("rain", 0.8, List.of("rain")))));
  }

  @Test
  void aTrapThatCatchesAnExampleOfTheDefaultsIsSeen() throws IOException {
    assertThat(failures("{extends: default, traps: [miners downed tools at]}"))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.topic()).isEqualTo("strike");
              assertThat(failure.text().at().file()).isEqualTo("default topics.yaml");
            });
  }

  private static List<Failure> failures(String yaml) throws IOException {
    TopicsFile topics =
        TopicsFile.read(
            "test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    TopicFinder finder = new TopicFinder(topics);
    Annotator annotator = Annotator.withTopics(() -> finder);
    return TopicsCheck.failures(topics, text -> annotator.annotate(text).topics());
  }
}
