// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.Annotator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds docs/topics.md to what it says. */
class TopicsPageTest {

  @Test
  void theExampleOfThePageIsReadAndItsExamplesPass() throws IOException {
    TopicsFile topics = example();
    TopicFinder finder = new TopicFinder(topics);
    Annotator annotator = Annotator.withTopics(() -> finder);

    assertThat(TopicsCheck.failures(topics, text -> annotator.annotate(text).topics())).isEmpty();
    assertThat(topics.topic("looting")).isEmpty();
    assertThat(topics.topic("port-closure").orElseThrow().examples()).hasSize(2);
    assertThat(topics.topic("strike").orElseThrow().examples())
        .extracting(Located::text)
        .contains("The cranes stand still, nobody works.");
  }

  private static TopicsFile example() throws IOException {
    String page = Files.readString(Path.of("../docs/topics.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    String yaml = page.substring(start, page.indexOf("```", start));
    return TopicsFile.read(
        "example", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
