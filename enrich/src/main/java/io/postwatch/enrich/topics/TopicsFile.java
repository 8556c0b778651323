// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The topics and their patterns, as written in a YAML file.
 *
 * @param words named lists of words and phrases, for use in patterns as {@code <name>}
 * @param traps patterns of texts that report no topic
 * @param topics the topics
 */
public record TopicsFile(
    Map<String, List<String>> words, List<String> traps, List<TopicDefinition> topics) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Nothing where the file leaves a list out. */
  public TopicsFile {
    words = words == null ? Map.of() : Map.copyOf(words);
    traps = traps == null ? List.of() : List.copyOf(traps);
    topics = topics == null ? List.of() : List.copyOf(topics);
  }

  /** The file in the jar. */
  public static TopicsFile defaults() {
    try (InputStream in = TopicsFile.class.getResourceAsStream("topics.yaml")) {
      return read("topics.yaml", in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads and checks a file.
   *
   * @param name what to call it in messages
   * @throws TopicsFileException when it cannot be used
   */
  public static TopicsFile read(String name, InputStream in) throws IOException {
    try {
      TopicsFile file = YAML.readValue(in, TopicsFile.class);
      file.check(name);
      return file;
    } catch (UnrecognizedPropertyException e) {
      throw new TopicsFileException(
          place(name, e)
              + "unknown key '"
              + e.getPropertyName()
              + "', expected one of "
              + e.getKnownPropertyIds());
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
      throw new TopicsFileException(place(name, e) + reason);
    }
  }

  private static String place(String name, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null
        ? name + ": "
        : name + ", line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }

  private void check(String name) {
    if (topics.isEmpty()) {
      throw new TopicsFileException(name + ": no topics, expected at least one under 'topics'");
    }
    Set<String> ids = new HashSet<>();
    for (TopicDefinition topic : topics) {
      if (topic.id() == null || !ID.matcher(topic.id()).matches()) {
        throw new TopicsFileException(
            name + ": topic id '" + topic.id() + "', expected lower-case letters, digits, dashes");
      }
      if (!ids.add(topic.id())) {
        throw new TopicsFileException(
            name + ": topic '" + topic.id() + "' is there twice, expected once");
      }
      topic.patterns().keySet().forEach(confidence -> checkConfidence(name, topic, confidence));
    }
  }

  private static void checkConfidence(String name, TopicDefinition topic, double confidence) {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new TopicsFileException(
          "%s: topic '%s': confidence %s, expected above 0 to 1"
              .formatted(name, topic.id(), confidence));
    }
  }
}
