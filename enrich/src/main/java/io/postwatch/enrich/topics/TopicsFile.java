// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The topics and their patterns, as written in a YAML file, with those that it extends.
 *
 * @param words named lists of words and phrases, for use in patterns as {@code <name>}
 * @param traps patterns of texts that report no topic
 * @param topics the topics
 */
public record TopicsFile(
    Map<String, List<String>> words, List<Located> traps, List<TopicDefinition> topics) {

  /** The files in the jar, each over those before it; a language that is not there is left out. */
  private static final List<String> DEFAULTS =
      List.of(
          "topics.yaml", "topics.ru.yaml", "topics.uk.yaml", "topics.es.yaml", "topics.fr.yaml");

  private static final TopicsFile NONE = new TopicsFile(null, null, null);

  /** Nothing where the file leaves a list out. */
  public TopicsFile {
    words = words == null ? Map.of() : Map.copyOf(words);
    traps = traps == null ? List.of() : List.copyOf(traps);
    topics = topics == null ? List.of() : List.copyOf(topics);
  }

  /** The topics in the jar. */
  public static TopicsFile defaults() {
    TopicsFile defaults = NONE;
    for (String name : DEFAULTS) {
      try (InputStream in = TopicsFile.class.getResourceAsStream(name)) {
        if (in != null) {
          TopicsFile before = defaults;
          defaults = TopicsFileReader.read("default " + name, in, () -> before);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return defaults;
  }

  /**
   * Reads and checks a file, which stands alone or extends the topics in the jar.
   *
   * @throws TopicsFileException when its content cannot be used, with all that is wrong
   * @throws IOException when it cannot be read; the message is one line that says why
   */
  public static TopicsFile read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": a directory; expected a file of topics in YAML");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file; expected topics in YAML", e);
    } catch (AccessDeniedException e) {
      throw new IOException(file + ": permission denied", e);
    }
  }

  /**
   * As {@link #read(Path)}.
   *
   * @param name what to call it in messages
   */
  public static TopicsFile read(String name, InputStream in) throws IOException {
    return TopicsFileReader.read(name, in, TopicsFile::defaults);
  }

  /** How many patterns and traps there are. */
  public int patterns() {
    return traps.size() + topics.stream().mapToInt(TopicDefinition::size).sum();
  }

  Optional<TopicDefinition> topic(String id) {
    return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
  }

  TopicsFile without(Collection<String> ids) {
    return new TopicsFile(
        words, traps, topics.stream().filter(topic -> !ids.contains(topic.id())).toList());
  }

  /** These topics added to others: what has the same name is joined. */
  TopicsFile over(TopicsFile base) {
    Map<String, List<String>> lists = new LinkedHashMap<>(base.words);
    words.forEach((name, own) -> lists.merge(name, own, TopicDefinition::joined));
    Map<String, TopicDefinition> byId = new LinkedHashMap<>();
    base.topics.forEach(topic -> byId.put(topic.id(), topic));
    topics.forEach(topic -> byId.merge(topic.id(), topic, (old, own) -> own.over(old)));
    return new TopicsFile(
        lists, TopicDefinition.joined(base.traps, traps), List.copyOf(byId.values()));
  }
}
