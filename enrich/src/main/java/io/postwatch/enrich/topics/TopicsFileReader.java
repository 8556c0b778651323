// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.topics.TopicDefinition.Acled;
import io.postwatch.enrich.topics.TopicDefinition.Plover;
import io.postwatch.enrich.topics.TopicsFileException.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one file of topics, and finds all its mistakes. */
final class TopicsFileReader {
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_TOPICS = 1000;
  private static final int MOST_PATTERNS = 100_000;
  private static final int LONGEST_LIST = 10_000;
  private static final int LONGEST_EXAMPLE = 10_000;

  private static final List<String> FILE =
      List.of("extends", "without", "words", "traps", "topics");
  private static final List<String> TOPIC =
      List.of(
          "id",
          "title",
          "description",
          "acled",
          "plover",
          "patterns",
          "traps",
          "examples",
          "counterexamples");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern CONFIDENCE = Pattern.compile("[0-9]{0,3}\\.?[0-9]{1,9}");

  private final YamlNodes nodes;

  private TopicsFileReader(String file) {
    this.nodes = new YamlNodes(file);
  }

  /**
   * Reads a file.
   *
   * @param name what to call it in messages
   * @param base what it has in it when it says that it extends
   * @throws TopicsFileException when it cannot be used, with all that is wrong
   */
  static TopicsFile read(String name, InputStream in, Supplier<TopicsFile> base)
      throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new TopicsFileException(
          FilePosition.of(name), "larger than 4 MiB, expected a file of topics in YAML");
    }
    TopicsFileReader reader = new TopicsFileReader(name);
    TopicsFile topics = reader.file(name, YamlText.read(name, bytes), base);
    List<Mistake> mistakes = new ArrayList<>(reader.nodes.mistakes());
    if (!mistakes.isEmpty()) {
      mistakes.sort(
          Comparator.<Mistake>comparingInt(mistake -> mistake.at().line())
              .thenComparingInt(mistake -> mistake.at().column()));
      throw new TopicsFileException(mistakes);
    }
    return topics;
  }

  private TopicsFile file(String name, Node root, Supplier<TopicsFile> defaults) {
    Map<String, Node> fields = root == null ? Map.of() : nodes.fields(root, FILE);
    TopicsFile base = base(fields, defaults);
    TopicsFile own =
        new TopicsFile(
            words(fields.get("words")),
            nodes.texts(fields.get("traps")),
            topics(fields.get("topics"), base));
    TopicsFile all = own.over(base);
    checkNumbers(name, all);
    new PatternCheck(all.words(), nodes::mistake).check(own);
    if (all.topics().isEmpty() && nodes.mistakes().isEmpty()) {
      nodes.mistake(FilePosition.of(name), "no topics, expected at least one under 'topics'");
    }
    return all;
  }

  private TopicsFile base(Map<String, Node> fields, Supplier<TopicsFile> defaults) {
    Node without = fields.get("without");
    if (YamlNodes.isAbsent(fields.get("extends"))) {
      if (!YamlNodes.isAbsent(without)) {
        nodes.mistake(without, "topics left out of nothing, expected 'extends: default' above");
      }
      return new TopicsFile(null, null, null);
    }
    Located extended = nodes.text(fields.get("extends"));
    if (extended != null && !extended.text().equals("default")) {
      nodes.mistake(extended.at(), unexpected(extended, List.of("default")));
    }
    TopicsFile base = defaults.get();
    List<String> ids = base.topics().stream().map(TopicDefinition::id).toList();
    Set<String> out = new HashSet<>();
    for (Located id : nodes.texts(without)) {
      if (ids.contains(id.text())) {
        out.add(id.text());
      } else {
        nodes.mistake(id.at(), "topic " + unexpected(id, ids));
      }
    }
    return base.without(out);
  }

  private static String unexpected(Located text, Iterable<String> expected) {
    return YamlNodes.shown(text.text()) + ", expected one of [" + String.join(", ", expected) + "]";
  }

  private Map<String, List<String>> words(Node node) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    nodes
        .entries(node)
        .forEach(
            (name, list) -> {
              if (!ID.matcher(name.text()).matches()) {
                nodes.mistake(name.at(), id("list", name));
              }
              if (Units.isClass("<" + name.text() + ">")) {
                nodes.mistake(
                    name.at(),
                    "list "
                        + YamlNodes.shown(name.text())
                        + ", expected a name without a meaning of its own");
              }
              List<Located> entries = nodes.texts(list);
              if (entries.size() > LONGEST_LIST) {
                nodes.mistake(name.at(), "too long, expected at most " + LONGEST_LIST + " entries");
              } else {
                words.put(name.text(), usable(entries));
              }
            });
    return words;
  }

  private static String id(String what, Located name) {
    return what
        + " "
        + YamlNodes.shown(name.text())
        + ", expected up to 64 lower-case letters, digits, dashes, a letter first";
  }

  private List<String> usable(List<Located> entries) {
    PatternParser parser = new PatternParser(new Units(), Map.of());
    List<String> usable = new ArrayList<>();
    for (Located entry : entries) {
      try {
        parser.checkEntry(entry.text());
        usable.add(entry.text());
      } catch (IllegalArgumentException e) {
        nodes.mistake(entry.at(), e.getMessage());
      }
    }
    return usable;
  }

  private List<TopicDefinition> topics(Node node, TopicsFile base) {
    Map<String, TopicDefinition> topics = new LinkedHashMap<>();
    for (Node each : nodes.list(node)) {
      Map<String, Node> fields = nodes.fields(each, TOPIC);
      Located id = topicId(each, fields);
      if (id == null) {
        continue;
      }
      int before = nodes.mistakes().size();
      TopicDefinition topic = topic(id, fields);
      if (base.topic(id.text()).isEmpty()) {
        boolean isRead = nodes.mistakes().size() == before;
        boolean hasSome = topic.size() > topic.traps().size() || !isRead;
        checkHas(id, "title", !YamlNodes.isAbsent(fields.get("title")));
        checkHas(id, "patterns", !YamlNodes.isAbsent(fields.get("patterns")) && hasSome);
      }
      if (topics.putIfAbsent(id.text(), topic) != null) {
        nodes.mistake(
            id.at(), "topic " + YamlNodes.shown(id.text()) + " is there twice, expected once");
      }
    }
    return List.copyOf(topics.values());
  }

  private Located topicId(Node topic, Map<String, Node> fields) {
    if (YamlNodes.isAbsent(fields.get("id"))) {
      nodes.mistake(topic, "a topic without an id, expected 'id: a-name'");
      return null;
    }
    Located id = nodes.text(fields.get("id"));
    if (id != null && !ID.matcher(id.text()).matches()) {
      nodes.mistake(id.at(), id("topic id", id));
    }
    return id;
  }

  private void checkHas(Located id, String key, boolean has) {
    if (!has) {
      nodes.mistake(
          id.at(),
          "topic " + YamlNodes.shown(id.text()) + " has no " + key + ", expected '" + key + ":'");
    }
  }

  private TopicDefinition topic(Located id, Map<String, Node> fields) {
    return new TopicDefinition(
        id.text(),
        string(fields.get("title")),
        string(fields.get("description")),
        code(fields.get("acled"), Codebook.ACLED, "subEvent", Acled::new),
        code(fields.get("plover"), Codebook.PLOVER, "mode", Plover::new),
        patterns(fields.get("patterns")),
        nodes.texts(fields.get("traps")),
        examples(fields.get("examples")),
        examples(fields.get("counterexamples")));
  }

  private String string(Node node) {
    Located text = YamlNodes.isAbsent(node) ? null : nodes.text(node);
    return text == null ? null : text.text();
  }

  private <T> T code(
      Node node, Codebook codebook, String kindKey, BiFunction<String, String, T> code) {
    if (YamlNodes.isAbsent(node)) {
      return null;
    }
    Map<String, Node> fields = nodes.fields(node, List.of("event", kindKey));
    String event = oneOf(fields.get("event"), codebook.types().keySet());
    if (event == null) {
      if (YamlNodes.isAbsent(fields.get("event"))) {
        nodes.mistake(node, "no event, expected 'event:'");
      }
      return null;
    }
    return code.apply(event, oneOf(fields.get(kindKey), codebook.types().get(event)));
  }

  private String oneOf(Node node, Iterable<String> expected) {
    Located text = YamlNodes.isAbsent(node) ? null : nodes.text(node);
    if (text == null) {
      return null;
    }
    for (String each : expected) {
      if (each.equals(text.text())) {
        return each;
      }
    }
    nodes.mistake(text.at(), unexpected(text, expected));
    return null;
  }

  private Map<Double, List<Located>> patterns(Node node) {
    Map<Double, List<Located>> patterns = new TreeMap<>();
    nodes
        .entries(node)
        .forEach(
            (key, list) -> {
              double confidence = confidence(key);
              List<Located> texts = nodes.texts(list);
              if (patterns.putIfAbsent(confidence, texts) != null && confidence > 0) {
                nodes.mistake(
                    key.at(), "confidence " + key.text() + " is there twice, expected once");
              }
            });
    return patterns;
  }

  private double confidence(Located key) {
    boolean isNumber = CONFIDENCE.matcher(key.text()).matches();
    double confidence = isNumber ? Double.parseDouble(key.text()) : 0;
    if (!(confidence > 0 && confidence <= 1)) {
      nodes.mistake(
          key.at(),
          "confidence " + YamlNodes.shown(key.text()) + ", expected a number above 0 up to 1");
    }
    return confidence;
  }

  private List<Located> examples(Node node) {
    List<Located> examples = nodes.texts(node);
    for (Located example : examples) {
      if (example.text().length() > LONGEST_EXAMPLE) {
        nodes.mistake(
            example.at(), "too long, expected at most " + LONGEST_EXAMPLE + " characters");
      }
    }
    return examples;
  }

  private void checkNumbers(String name, TopicsFile all) {
    if (all.topics().size() > MOST_TOPICS) {
      nodes.mistake(
          FilePosition.of(name), all.topics().size() + " topics, expected at most " + MOST_TOPICS);
    }
    if (all.patterns() > MOST_PATTERNS) {
      nodes.mistake(
          FilePosition.of(name), all.patterns() + " patterns, expected at most " + MOST_PATTERNS);
    }
  }
}
