// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the directory ops offers to those who keep Postwatch running. */
public final class OpsFiles {
  static final Path DIRECTORY = Path.of("..", "ops");

  private OpsFiles() {}

  static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(DIRECTORY.resolve("grafana-dashboard.json").toFile());
  }

  static List<JsonNode> rules() throws IOException {
    List<JsonNode> rules = new ArrayList<>();
    JsonNode file = new YAMLMapper().readTree(DIRECTORY.resolve("prometheus-rules.yaml").toFile());
    file.get("groups").forEach(group -> group.get("rules").forEach(rules::add));
    return rules;
  }

  /** All expressions, of rules and panels. */
  public static List<String> expressions() throws IOException {
    List<String> expressions = new ArrayList<>();
    rules().forEach(rule -> expressions.add(rule.get("expr").asText()));
    dashboard().findValuesAsText("expr").forEach(expressions::add);
    return expressions;
  }
}
