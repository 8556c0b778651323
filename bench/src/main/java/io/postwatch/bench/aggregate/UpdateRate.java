// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import java.util.Map;

/**
 * How often counts are updated.
 *
 * @param interval least time between two updates of a count, as the settings have it
 * @param commitMillis after which what has been counted is committed
 */
record UpdateRate(String interval, int commitMillis) {
  private static final int USUAL_COMMIT_MILLIS = (int) SteadyStream.COMMIT_INTERVAL.toMillis();

  /** Reads the interval, or interval and commit interval, such as {@code 200ms/50}. */
  static UpdateRate parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new UpdateRate(text, USUAL_COMMIT_MILLIS)
        : new UpdateRate(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }

  String commitInterval() {
    return commitMillis + "ms";
  }

  /** Of the aggregate stage. */
  Map<String, String> settings() {
    return Map.of(
        "aggregate.update-interval",
        interval,
        "streams.commit.interval.ms",
        Integer.toString(commitMillis));
  }
}
