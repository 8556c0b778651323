// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.runtime.SettingsException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Takes the nodes of a YAML file for what they should be, and says where they are not. */
final class YamlFields {
  private static final int DEEPEST = 10;

  private final String file;

  /**
   * @param file what it is called in messages
   */
  YamlFields(String file) {
    this.file = file;
  }

  /** The only document of a text, in which no list or mapping is an alias. */
  Node parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST);
    options.setAllowDuplicateKeys(false);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root == null) {
        throw new SettingsException(file + ": empty; expected YAML");
      }
      return root;
    } catch (MarkedYAMLException e) {
      throw new SettingsException(place(e.getProblemMark()) + e.getProblem() + "; expected YAML");
    } catch (YAMLException e) {
      throw new SettingsException(file + ": " + oneLine(e.getMessage()) + "; expected YAML");
    }
  }

  private static String oneLine(String message) {
    return String.valueOf(message).replaceAll("\\s+", " ");
  }

  SettingsException mistake(Node node, String what) {
    return new SettingsException(place(node.getStartMark()) + what);
  }

  private String place(Mark mark) {
    return mark == null
        ? file + ": "
        : "%s, line %d, column %d: ".formatted(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** A mapping with some of a few keys. */
  Map<String, Node> fields(Node node, Set<String> known) {
    Map<String, Node> fields = entries(node);
    for (String key : fields.keySet()) {
      if (!known.contains(key)) {
        throw mistake(
            fields.get(key),
            "unknown key '%s'; expected one of %s".formatted(key, new TreeSet<>(known)));
      }
    }
    return fields;
  }

  /** A mapping with any keys, each once. */
  Map<String, Node> entries(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw mistake(node, "expected 'key: value'");
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode());
      if (entries.put(key, tuple.getValueNode()) != null) {
        throw mistake(tuple.getKeyNode(), "'" + key + "' is there twice; expected once");
      }
    }
    return entries;
  }

  /** A list, or one thing that stands for a list of it. */
  List<Node> list(Node node, long most) {
    List<Node> list = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    if (list.size() > most) {
      throw mistake(node, "expected at most " + most);
    }
    return list;
  }

  /** A text, whatever YAML would make of it: NO is a country here. */
  String text(Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw mistake(node, "expected a text");
  }

  double number(Node node, double least, double most) {
    try {
      double number = Double.parseDouble(text(node));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same complaint as of a number out of range.
    }
    throw mistake(node, "expected a number from %s to %s".formatted(plain(least), plain(most)));
  }

  int wholeNumber(Node node, int least, int most) {
    double number = number(node, least, most);
    if (number != Math.rint(number)) {
      throw mistake(node, "expected a whole number");
    }
    return (int) number;
  }

  private static String plain(double number) {
    return Long.toString((long) number);
  }
}
