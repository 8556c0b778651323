// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The spike that has begun and not ended, if there is one. */
final class OpenSpike {
  static final int BYTES = 4 * Long.BYTES + 3 * Double.BYTES;

  private static final long NONE = Long.MIN_VALUE;

  private long start = NONE;
  private long end;
  private long observed;
  private double expected;
  private double score;

  /** Seen since its end, and part of it only if it stands out again. */
  private long observedSince;

  private double expectedSince;

  Optional<DetectedSpike> now() {
    return start == NONE
        ? Optional.empty()
        : Optional.of(new DetectedSpike(start, end, false, observed, expected, score));
  }

  /** Ends it if at a time it has been quiet for longer than the cool-down, in milliseconds. */
  Optional<DetectedSpike> endIfQuiet(long now, long coolDown) {
    if (start == NONE || now - end < coolDown) {
      return Optional.empty();
    }
    Optional<DetectedSpike> ended = now().map(DetectedSpike::over);
    start = NONE;
    return ended;
  }

  /** An interval goes by. */
  void pass(long count, double mean) {
    observedSince += count;
    expectedSince += mean;
  }

  /** The interval that has gone by last stands out: the spike begins or goes on. */
  DetectedSpike grow(long began, long until, Horizons.Evidence evidence, double height) {
    if (start == NONE) {
      start = began;
      observed = evidence.observed();
      expected = evidence.expected();
      score = height;
    } else {
      observed += observedSince;
      expected += expectedSince;
      score = Math.max(score, height);
    }
    end = until;
    observedSince = 0;
    expectedSince = 0;
    return now().orElseThrow();
  }

  void write(ByteBuffer out) {
    out.putLong(start).putLong(end).putLong(observed).putLong(observedSince);
    out.putDouble(expected).putDouble(score).putDouble(expectedSince);
  }

  void read(ByteBuffer in) {
    start = in.getLong();
    end = in.getLong();
    observed = in.getLong();
    observedSince = in.getLong();
    expected = in.getDouble();
    score = in.getDouble();
    expectedSince = in.getDouble();
  }
}
