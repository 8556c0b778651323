// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Why an incident was left out of one or all windows. Each reason is a metric {@code NAME-total} in
 * the group {@value #GROUP}, one a task.
 */
public enum Uncounted {
  /** Nothing tells when the post was written: by the POSTED clock it belongs to no window. */
  TIME_UNKNOWN("time-unknown"),

  /** The time is known less exactly than every window size: a day, where hours are counted. */
  TIME_TOO_COARSE("time-too-coarse"),

  /** At least one of its windows had closed; it is in {@code postwatch.late.v1}. */
  LATE("late");

  static final String SCOPE = "postwatch-uncounted";
  static final String GROUP = "stream-" + SCOPE + "-metrics";

  private final String metric;

  Uncounted(String metric) {
    this.metric = metric;
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
