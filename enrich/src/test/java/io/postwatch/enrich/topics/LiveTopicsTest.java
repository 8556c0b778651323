// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.TopicMention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTopicsTest {
  private static final Duration SOON = Duration.ofMillis(20);

  @TempDir private Path directory;

  @Test
  void aChangedFileIsReadAgain() throws IOException {
    Path file = write("topics.yaml", topic("rain"));
    try (LiveTopics topics = LiveTopics.of(file)) {
      topics.watch(SOON);
      assertThat(found(topics)).containsExactly("rain");

      write("topics.yaml", topic("sunshine"));

      await().untilAsserted(() -> assertThat(found(topics)).containsExactly("sunshine"));
    }
  }

  @Test
  void aFilePutInItsPlaceIsReadAgain() throws IOException {
    Path file = write("topics.yaml", topic("rain"));
    try (LiveTopics topics = LiveTopics.of(file)) {
      topics.watch(SOON);

      Path next = write("next.yaml", topic("snow"));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

      await().untilAsserted(() -> assertThat(found(topics)).containsExactly("snow"));
    }
  }

  @Test
  void theLastGoodTopicsStayInForceWhileTheFileIsBadOrAway() throws IOException {
    Path file = write("topics.yaml", topic("rain"));
    try (LiveTopics topics = LiveTopics.of(file)) {
      write("topics.yaml", "topics: [{id: rain, colour: blue}]");
      topics.look();
      assertThat(found(topics)).containsExactly("rain");

      Files.delete(file);
      topics.look();
      assertThat(found(topics)).containsExactly("rain");

      write("topics.yaml", topic("sunshine"));
      topics.look();
      assertThat(found(topics)).containsExactly("sunshine");
    }
  }

  @Test
  void aFinderThatWasTakenKeepsItsTopics() throws IOException {
    Path file = write("topics.yaml", topic("rain"));
    try (LiveTopics topics = LiveTopics.of(file)) {
      TopicFinder taken = topics.get();

      write("topics.yaml", topic("sunshine"));
      topics.look();

      assertThat(found(taken)).containsExactly("rain");
    }
  }

  @Test
  void itDoesNotStartOnABadFile() throws IOException {
    Path file = write("topics.yaml", "topics: [{id: rain, colour: blue}]");

    assertThatThrownBy(() -> LiveTopics.of(file))
        .isInstanceOf(TopicsFileException.class)
        .hasMessageStartingWith(file + ", line 1, column 15: topic 'rain' has no title");
  }

  private Path write(String name, String yaml) throws IOException {
    return Files.writeString(directory.resolve(name), yaml);
  }

  private static String topic(String id) {
    return "topics: [{id: %s, title: A topic, patterns: {0.9: [weather]}}]".formatted(id);
  }

  private static List<String> found(LiveTopics topics) {
    return found(topics.get());
  }

  private static List<String> found(TopicFinder finder) {
    return finder.find(PostText.of("The weather."), List.of(), 9).stream()
        .map(TopicMention::getTopic)
        .toList();
  }
}
