// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import java.util.ArrayList;
import java.util.List;

/** The final counts that have been read; thread-safe. */
final class Finals {
  private final List<Long> millis = new ArrayList<>();
  private long posts;

  /**
   * @param afterMillis how long after its window was to close the count was read
   * @param newPosts posts that no other of these counts has
   */
  synchronized void add(long afterMillis, long newPosts) {
    millis.add(afterMillis);
    posts += newPosts;
  }

  synchronized long posts() {
    return posts;
  }

  synchronized int counts() {
    return millis.size();
  }

  synchronized Quantiles millis() {
    return new Quantiles(millis);
  }
}
