// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import io.postwatch.aggregate.counting.CountKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Tells how long incidents take to be in published counts. Those of one count are counted in the
 * order of their arrival, each as one sighting more: an update of {@code n} sightings includes the
 * first {@code n}. Thread-safe.
 */
final class Arrivals {
  private final Map<CountKey, Expected> counts = new HashMap<>();
  private final List<Wait> waits = new ArrayList<>();
  private long open;

  /**
   * How long after its arrival an incident was in a published count, in nanoseconds.
   *
   * @param first of the counts that it is in
   * @param busiest the count that was named first
   * @param last of the counts that it is in
   */
  record Wait(long first, long busiest, long last) {}

  private static final class Expected {
    private final Queue<Incoming> incoming = new ArrayDeque<>();
    private long included;
  }

  private static final class Incoming {
    private final CountKey busiest;
    private final long at;
    private final boolean isMeasured;
    private int missing;
    private long first;
    private long atBusiest;

    Incoming(List<CountKey> counts, long at, boolean isMeasured) {
      this.busiest = counts.get(0);
      this.missing = counts.size();
      this.at = at;
      this.isMeasured = isMeasured;
    }
  }

  /**
   * Notes an incident that is about to be written.
   *
   * @param counted the counts that it is in, the busiest first
   * @param at when it arrived, in nanoseconds of any clock
   * @param isMeasured whether its wait is wanted; it counts in any case
   */
  synchronized void arrived(List<CountKey> counted, long at, boolean isMeasured) {
    Incoming incoming = new Incoming(counted, at, isMeasured);
    counted.forEach(
        key -> counts.computeIfAbsent(key, any -> new Expected()).incoming.add(incoming));
    open++;
  }

  /** Notes an update that was read. */
  synchronized void published(CountKey key, long sightings, long at) {
    Expected expected = counts.get(key);
    if (expected == null) {
      throw new IllegalArgumentException("nothing has arrived for " + key);
    }
    for (; expected.included < sightings; expected.included++) {
      include(expected.incoming.remove(), key, at);
    }
  }

  private void include(Incoming incoming, CountKey key, long at) {
    long wait = at - incoming.at;
    if (incoming.first == 0) {
      incoming.first = wait;
    }
    if (incoming.busiest.equals(key)) {
      incoming.atBusiest = wait;
    }
    incoming.missing--;
    if (incoming.missing == 0) {
      open--;
      if (incoming.isMeasured) {
        waits.add(new Wait(incoming.first, incoming.atBusiest, wait));
      }
    }
  }

  /** Of the measured incidents that are in all their counts. */
  synchronized List<Wait> waits() {
    return List.copyOf(waits);
  }

  /** How many incidents are not in all their counts yet. */
  synchronized long open() {
    return open;
  }
}
