// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import java.util.Collection;

/** Quantiles of some measurements by nearest rank, so that each is one that was measured. */
public final class Quantiles {
  private final long[] sorted;

  /**
   * @param measured at least one
   */
  public Quantiles(Collection<Long> measured) {
    sorted = measured.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /**
   * The least value that a share of all do not exceed.
   *
   * @param share above 0, at most 1: the largest
   */
  public long at(double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
