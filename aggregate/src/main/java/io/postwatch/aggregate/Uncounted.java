// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.windows.KnownTime;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Why an incident was left out of one or all windows. Each reason is a metric {@code NAME-total} in
 * the group {@value #GROUP}, one a task.
 */
public enum Uncounted {
  /** Nothing tells when the post was written: it belongs to no POSTED window. */
  TIME_UNKNOWN("time-unknown"),

  /** The time is known less exactly than every size of POSTED window: a day, among hours. */
  TIME_TOO_COARSE("time-too-coarse"),

  /** At least one of its windows had closed; it is in {@code postwatch.late.v1}. */
  LATE("late");

  static final String SCOPE = "postwatch-uncounted";
  static final String GROUP = "stream-" + SCOPE + "-metrics";

  private final String metric;

  Uncounted(String metric) {
    this.metric = metric;
  }

  /** Why an incident is in no POSTED window; empty when it is in one, or none is counted. */
  static Optional<Uncounted> byPosted(CountingRules rules, Incident incident) {
    List<WindowRule> windows = rules.windows(Clock.POSTED);
    if (windows.isEmpty()) {
      return Optional.empty();
    }
    if (KnownTime.of(Clock.POSTED, incident).isEmpty()) {
      return Optional.of(TIME_UNKNOWN);
    }
    return windows.stream().anyMatch(w -> KnownTime.windowStart(w, incident).isPresent())
        ? Optional.empty()
        : Optional.of(TIME_TOO_COARSE);
  }

  String metric() {
    return metric;
  }

  /**
   * How many incidents were left out for this reason by the tasks now at work.
   *
   * @param metrics as {@code KafkaStreams.metrics()} gives them
   */
  public long total(Map<MetricName, ? extends Metric> metrics) {
    return metrics.entrySet().stream()
        .filter(entry -> entry.getKey().group().equals(GROUP))
        .filter(entry -> entry.getKey().name().equals(metric + "-total"))
        .mapToLong(entry -> ((Number) entry.getValue().metricValue()).longValue())
        .sum();
  }
}
