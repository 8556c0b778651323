// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import java.time.Duration;
import java.util.List;

/** Rules as most tests need them: by the POSTED clock, each change published at once. */
final class Rules {
  private Rules() {}

  static CountingRules live(WindowSize... sizes) {
    return CountingRules.live(posted(sizes)).updatingEvery(Duration.ZERO);
  }

  static CountingRules archive(WindowSize... sizes) {
    return CountingRules.archive(posted(sizes)).updatingEvery(Duration.ZERO);
  }

  static List<WindowRule> posted(WindowSize... sizes) {
    return WindowRule.usual(Clock.POSTED, List.of(sizes));
  }
}
