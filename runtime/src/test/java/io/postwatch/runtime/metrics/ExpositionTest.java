// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExpositionTest {
  @Test
  void everyMetricIsShownUnderTheNameAndTypeThatItSays() {
    try (Exposition exposition = new Exposition()) {
      for (Metric metric : Metric.values()) {
        record(metric);
      }

      for (Metric metric : Metric.values()) {
        assertThat(exposition.text())
            .contains("# HELP " + metric.exportedName() + " " + metric.help() + "\n")
            .contains("# TYPE " + metric.exportedName() + " " + metric.type() + "\n");
      }
    }
  }

  private static void record(Metric metric) {
    switch (metric.type()) {
      case "counter" -> metric.counter("test", "names").increment();
      case "gauge" -> metric.gauge(() -> 1, "test", "names");
      default -> metric.timer("test", "names").record(Duration.ofMillis(20));
    }
  }

  @Test
  void theProcessTheMachineAndTheLogAreAmongThem() {
    try (Exposition exposition = new Exposition()) {
      assertThat(exposition.text())
          .contains(
              "jvm_memory_used_bytes{",
              "jvm_gc_",
              "jvm_threads_live_threads",
              "process_cpu_usage",
              "process_uptime_seconds",
              "logback_events_total{");
    }
  }

  @Test
  void durationsFallIntoFixedBuckets() {
    try (Exposition exposition = new Exposition()) {
      Metric.COUNT_LATENCY.timer("clock", "BUCKETS").record(Duration.ofMillis(300));

      assertThat(exposition.text())
          .contains("postwatch_count_latency_seconds_bucket{clock=\"BUCKETS\",le=\"0.25\"} 0")
          .contains("postwatch_count_latency_seconds_bucket{clock=\"BUCKETS\",le=\"0.5\"} 1")
          .contains("postwatch_count_latency_seconds_count{clock=\"BUCKETS\"} 1");
    }
  }

  @Test
  void aValueIsShownUntilItIsClosed() {
    try (Exposition exposition = new Exposition()) {
      Metric.Shown shown = Metric.WATERMARK_LAG.gauge(() -> 7, "clock", "UNTIL");
      assertThat(exposition.text()).contains("postwatch_watermark_lag_seconds{clock=\"UNTIL\"} 7");

      shown.close();
      assertThat(exposition.text()).doesNotContain("UNTIL");
    }
  }

  @Test
  void ofTwoValuesWithTheSameLabelsTheFirstIsShownAsLongAsItIsOpen() {
    try (Exposition exposition = new Exposition()) {
      Metric.Shown first = Metric.WATERMARK_LAG.gauge(() -> 1, "clock", "TWICE");
      Metric.Shown second = Metric.WATERMARK_LAG.gauge(() -> 2, "clock", "TWICE");

      second.close();
      assertThat(exposition.text()).contains("postwatch_watermark_lag_seconds{clock=\"TWICE\"} 1");
      first.close();
      assertThat(exposition.text()).doesNotContain("TWICE");
    }
  }

  @Test
  void aPlatformThatNobodyKnowsMakesNoLabelOfItsOwn() {
    try (Exposition exposition = new Exposition()) {
      PerPlatform posts = new PerPlatform(Metric.POSTS);
      for (int i = 0; i < 1_000; i++) {
        posts.count("invented-" + i);
      }
      posts.count("x");

      assertThat(exposition.text())
          .contains("postwatch_posts_total{platform=\"other\"} 1000.0")
          .contains("postwatch_posts_total{platform=\"x\"} 1.0")
          .doesNotContain("invented");
      assertThat(Pattern.compile("(?m)^postwatch_posts_total.*platform").matcher(exposition.text()))
          .satisfies(lines -> assertThat(lines.results()).hasSize(13));
    }
  }
}
