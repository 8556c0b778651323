// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Pauses between tries: each twice as long as the one before, up to a longest, less up to half by
 * chance, so that those who failed together do not come again together.
 *
 * @param chance from 0, inclusive, to 1
 */
record Backoff(Duration first, Duration longest, DoubleSupplier chance) {
  private static final int MOST_DOUBLINGS = 30;

  static Backoff of(AlertSettings settings) {
    return new Backoff(settings.firstPause(), settings.longestPause(), Math::random);
  }

  /**
   * @param attempts how often it was tried, at least 1
   */
  Duration after(int attempts) {
    double doubled = first.toMillis() * Math.pow(2, Math.min(MOST_DOUBLINGS, attempts - 1));
    double pause = Math.min(longest.toMillis(), doubled);
    return Duration.ofMillis(Math.round(pause * (1 - chance.getAsDouble() / 2)));
  }
}
