// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.postwatch.topics.Platforms;
import java.util.Map;
import java.util.stream.Collectors;

/** A counter by the platform that posts were written on. */
public final class PerPlatform {
  private static final String OTHER = "other";

  private final Map<String, Counter> counters;
  private final Counter other;

  public PerPlatform(Metric metric) {
    counters =
        Platforms.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(p -> p, p -> metric.counter("platform", p)));
    other = metric.counter("platform", OTHER);
  }

  public void count(String platform) {
    counters.getOrDefault(platform, other).increment();
  }
}
