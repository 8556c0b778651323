// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.schema.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far all instances together are, about a second ago at most.
 *
 * @param watermarks the latest time that each clock has met; none for a clock that has met none
 * @param startedAt when the first of the instances at work was started
 * @param instances how many are at work
 */
public record Horizon(Map<Clock, Instant> watermarks, Instant startedAt, int instances) {

  public Optional<Instant> now(Clock clock) {
    return Optional.ofNullable(watermarks.get(clock));
  }
}
