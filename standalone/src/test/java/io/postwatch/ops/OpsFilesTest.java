// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.runtime.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpsFilesTest {
  private static final Pattern LABEL = Pattern.compile("\\{\\{ \\$labels\\.([a-z_]+) }}");

  static List<JsonNode> rules() throws IOException {
    return OpsFiles.rules();
  }

  static List<String> expressions() throws IOException {
    return OpsFiles.expressions();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleHasANameASeverityAndWhatToDo(JsonNode rule) {
    assertThat(rule.get("alert").asText()).matches("Postwatch[A-Za-z]+");
    assertThat(rule.get("labels").get("severity").asText()).isIn("warning", "critical");
    assertThat(rule.get("annotations").get("summary").asText()).isNotBlank();
    assertThat(rule.path("for").asText("1m")).matches("\\d+[mh]");
    assertThat(rule.fieldNames())
        .toIterable()
        .isSubsetOf("alert", "expr", "for", "labels", "annotations");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleTellsOnlyLabelsThatItsExpressionKeeps(JsonNode rule) {
    String expression = rule.get("expr").asText();

    assertThat(LABEL.matcher(rule.get("annotations").toString()).results().map(r -> r.group(1)))
        .allMatch(label -> expression.startsWith("up{") || expression.contains(label));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void anExpressionIsOneAndItsOwnMetricsAreOurs(String expression) {
    assertThat(PromQl.metrics(expression))
        .filteredOn(metric -> metric.startsWith("postwatch_"))
        .allMatch(metric -> List.of(Metric.values()).stream().anyMatch(m -> isOf(metric, m)));
  }

  private static boolean isOf(String name, Metric metric) {
    return metric.type().equals("histogram")
        ? name.matches(metric.exportedName() + "_(bucket|count|sum)")
        : name.equals(metric.exportedName());
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void anExpressionAsksOfThisJobAlone(String expression) {
    assertThat(expression.split("job=\"postwatch\"", -1).length - 1)
        .isEqualTo(
            (int)
                Pattern.compile("(?:postwatch|kafka|jvm|process|logback)_[a-z_]+\\{|up\\{")
                    .matcher(expression)
                    .results()
                    .count())
        .isPositive();
  }

  @Test
  void noTwoPanelsOfTheDashboardOverlap() throws IOException {
    Set<String> taken = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (JsonNode panel : OpsFiles.dashboard().get("panels")) {
      JsonNode at = panel.get("gridPos");
      assertThat(at.get("x").asInt() + at.get("w").asInt()).isLessThanOrEqualTo(24);
      for (int x = 0; x < at.get("w").asInt(); x++) {
        for (int y = 0; y < at.get("h").asInt(); y++) {
          String cell = (at.get("x").asInt() + x) + "," + (at.get("y").asInt() + y);
          if (!taken.add(cell)) {
            twice.add(panel.get("title").asText());
          }
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void panelsHaveNumbersOfTheirOwnAndAskTheChosenSource() throws IOException {
    JsonNode dashboard = OpsFiles.dashboard();

    assertThat(dashboard.get("panels").findValuesAsText("id")).doesNotHaveDuplicates();
    assertThat(dashboard.get("panels").findValuesAsText("uid")).containsOnly("${datasource}");
    assertThat(dashboard.at("/templating/list/0/name").asText()).isEqualTo("datasource");
  }

  @Test
  void everyMetricOfOurOwnIsInTheOperatorsHandbook() throws IOException {
    String handbook = Files.readString(Path.of("..", "docs", "operations.md"));

    for (Metric metric : Metric.values()) {
      assertThat(handbook).contains("| `" + metric.exportedName());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sum(up", "up)", "rate(up[5m)", "sum by (le", "up{job=postwatch}", "1 > 0"})
  void whatIsNoExpressionIsRefused(String expression) {
    assertThatThrownBy(() -> PromQl.metrics(expression))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void metricsOfAnExpressionAreFound() {
    assertThat(
            PromQl.metrics(
                "histogram_quantile(0.9, sum by (le) (rate(a_bucket{x=\"y{z}\"}[5m]))) > 2 and b == 0"))
        .containsExactlyInAnyOrder("a_bucket", "b");
  }
}
