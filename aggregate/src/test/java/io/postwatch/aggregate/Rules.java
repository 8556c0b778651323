// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Rules as most tests need them: by the POSTED clock, each change published at once. */
public final class Rules {
  private Rules() {}

  public static CountingRules live(WindowSize... sizes) {
    return CountingRules.live(posted(sizes)).updatingEvery(Duration.ZERO);
  }

  public static CountingRules archive(WindowSize... sizes) {
    return CountingRules.archive(posted(sizes)).updatingEvery(Duration.ZERO);
  }

  public static List<WindowRule> posted(WindowSize... sizes) {
    return WindowRule.usual(Clock.POSTED, List.of(sizes));
  }

  /** By both clocks, in windows of a minute, an hour and a day. */
  public static CountingRules both() {
    return CountingRules.live(
            Stream.of(Clock.values())
                .flatMap(clock -> WindowRule.usual(clock, AggregateConfig.DEFAULT_WINDOWS).stream())
                .toList())
        .updatingEvery(Duration.ZERO);
  }
}
