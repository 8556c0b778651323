// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.nio.ByteBuffer;

/**
 * What the series of a topic share: how many there are, and the state of one that has not had a
 * post since the topic was first seen. With that a new one begins, or a place's first disaster
 * would fall into its warm-up.
 */
public final class WatchedTopic {
  private static final byte FORM = 1;

  private int series;

  /** Start of the next interval that the empty series has to see, epoch milliseconds. */
  private long next;

  private final SpikeDetector empty;

  private WatchedTopic(int series, long next, SpikeDetector empty) {
    this.series = series;
    this.next = next;
    this.empty = empty;
  }

  /** A topic of which nothing was seen before an interval. */
  public static WatchedTopic seenFirst(SpikeRules rules, long start) {
    return new WatchedTopic(0, start, new SpikeDetector(rules.settings()));
  }

  /** Sees the intervals that ended before one. */
  public void catchUp(long start, InputPulse pulse) {
    pulse.forEachSeen(next, start, seen -> empty.observe(seen, 0));
    next = Math.max(next, start);
  }

  byte[] emptySeries() {
    return empty.toBytes();
  }

  /** How many series the topic has. */
  public int series() {
    return series;
  }

  /** Notes that there are so many more. */
  public void addSeries(int more) {
    series += more;
  }

  public byte[] toBytes() {
    return ByteBuffer.allocate(1 + Integer.BYTES + Long.BYTES + SpikeDetector.BYTES)
        .put(FORM)
        .putInt(series)
        .putLong(next)
        .put(empty.toBytes())
        .array();
  }

  /** Reads what {@link #toBytes()} wrote. */
  public static WatchedTopic of(SpikeRules rules, byte[] state) {
    ByteBuffer in = ByteBuffer.wrap(state);
    byte form = in.get();
    if (form != FORM) {
      throw new IllegalArgumentException("a topic of form " + form + ": expected form " + FORM);
    }
    int series = in.getInt();
    long next = in.getLong();
    byte[] detector = new byte[SpikeDetector.BYTES];
    in.get(detector);
    return new WatchedTopic(series, next, SpikeDetector.restore(rules.settings(), detector));
  }
}
