// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsFileTest {

  @Test
  void aFileIsReadWithItsTopics() throws IOException {
    TopicsFile file =
        read(
            """
            topics:
              - id: rain
                title: Rain
                description: It rains.
                patterns:
                  0.8: [rain, drizzle]
            """);

    assertThat(file.topics())
        .singleElement()
        .satisfies(topic -> assertThat(topic.patterns().get(0.8)).hasSize(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          topics: [{id: rain, colour: blue}]; unknown key 'colour'
          topics: [{id: rain}, {id: rain}]; topic 'rain' is there twice, expected once
          topics: [{id: Heavy Rain}]; topic id 'Heavy Rain', expected lower-case letters
          topics: [{id: rain, patterns: {1.5: [rain]}}]; confidence 1.5, expected above 0 to 1
          topics: []; no topics, expected at least one
          words: {}; no topics, expected at least one
          topics: rain; test.yaml, line 1, column
          """)
  void aBadFileIsRefusedInOneLine(String yaml, String reason) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(TopicsFileException.class)
        .hasMessageContaining("test.yaml")
        .hasMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void wrongIndentationIsShownWithItsLine() {
    assertThatThrownBy(() -> read("topics:\n  - id: rain\n title: Rain\n"))
        .isInstanceOf(TopicsFileException.class)
        .hasMessageContaining("line 3");
  }

  private static TopicsFile read(String yaml) throws IOException {
    return TopicsFile.read(
        "test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
