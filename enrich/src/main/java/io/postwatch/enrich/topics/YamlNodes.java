// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.topics.TopicsFileException.Mistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Takes a file's nodes for what they should be, and notes where they are not. */
final class YamlNodes {
  private static final int MOST_MISTAKES = 1000;
  private static final int SHOWN = 60;
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

  private final String file;
  private final List<Mistake> mistakes = new ArrayList<>();

  YamlNodes(String file) {
    this.file = file;
  }

  /** Those noted so far, up to a limit, as they were found. */
  List<Mistake> mistakes() {
    return mistakes;
  }

  void mistake(FilePosition at, String what) {
    if (mistakes.size() < MOST_MISTAKES) {
      mistakes.add(new Mistake(at, what));
    }
  }

  void mistake(Node node, String what) {
    mistake(at(node), what);
  }

  FilePosition at(Node node) {
    return YamlText.position(file, node.getStartMark());
  }

  /** A text of the file as a message may show it: short, and on one line. */
  static String shown(String text) {
    String line = UNSAFE.matcher(text).replaceAll("?");
    boolean isLong = line.codePointCount(0, line.length()) > SHOWN;
    return "'" + (isLong ? line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…" : line) + "'";
  }

  /** Whether the file leaves a value out: the key is not there, or null. */
  static boolean isAbsent(Node node) {
    return node == null || node.getTag().equals(Tag.NULL);
  }

  /** A mapping with some of a few keys; nothing where there is none. */
  Map<String, Node> fields(Node node, List<String> known) {
    Map<String, Node> fields = new LinkedHashMap<>();
    entries(node)
        .forEach(
            (key, value) -> {
              if (known.contains(key.text())) {
                fields.put(key.text(), value);
              } else {
                mistake(
                    key.at(), "unknown key " + shown(key.text()) + ", expected one of " + known);
              }
            });
    return fields;
  }

  /** A mapping with any keys, each once; nothing where there is none. */
  Map<Located, Node> entries(Node node) {
    if (isAbsent(node)) {
      return Map.of();
    }
    if (!(node instanceof MappingNode mapping)) {
      mistake(node, "expected 'key: value', got " + kind(node));
      return Map.of();
    }
    Map<String, Located> keys = new LinkedHashMap<>();
    Map<Located, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Located key = text(tuple.getKeyNode());
      if (key == null) {
        continue;
      }
      if (keys.putIfAbsent(key.text(), key) == null) {
        entries.put(key, tuple.getValueNode());
      } else {
        mistake(key.at(), "key " + shown(key.text()) + " is there twice, expected once");
      }
    }
    return entries;
  }

  /** A list's nodes; nothing where there is none. */
  List<Node> list(Node node) {
    if (isAbsent(node)) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    mistake(node, "expected a list, got " + kind(node));
    return List.of();
  }

  /** A list of texts, without those that are none. */
  List<Located> texts(Node node) {
    List<Located> texts = new ArrayList<>();
    for (Node each : list(node)) {
      Located text = text(each);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A text, whatever YAML would make of it (no is a word here); null where it is none. */
  Located text(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      String hint = node instanceof MappingNode ? "; a text that contains ': ' needs quotes" : "";
      mistake(node, "expected a text, got " + kind(node) + hint);
      return null;
    }
    if (scalar.getValue().isBlank()) {
      mistake(node, "expected a text, got nothing; a text that begins with # needs quotes");
      return null;
    }
    return new Located(scalar.getValue(), at(node));
  }

  private static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "'key: value'";
    }
    return node instanceof ScalarNode scalar ? "the text " + shown(scalar.getValue()) : "a list";
  }
}
