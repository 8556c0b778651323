// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.LongConsumer;

/**
 * Whether there was input at all: of an interval in which ingest was down nothing is known, and
 * what it reads when it is back is what had piled up. Such intervals are missing for all series
 * alike; else each outage would be followed by spikes.
 *
 * <p>Also the clock by which intervals end: the latest arrival.
 */
public final class InputPulse {
  /** Longer ago an interval counts as missing, so that no series catches up with more. */
  static final Duration MEMORY = Duration.ofDays(7);

  /** Arrivals are out of order by what the stages' partitions are behind each other. */
  static final Duration GRACE = Duration.ofSeconds(10);

  /**
   * Silence in which so many incidents would usually have come is a standstill; less can be chance,
   * since articles come in bursts.
   */
  private static final double STANDSTILL = 20;

  /** When input comes back: the interval that was seen in part, and one for what had piled up. */
  private static final int RECOVERY = 2;

  private static final byte FORM = 1;
  private static final int CLOCK_BYTES = 1 + 5 * Long.BYTES;
  private static final long NONE = Long.MIN_VALUE;

  private final long interval;
  private final int remembered;

  private long open = NONE;
  private long now = NONE;
  private long came;
  private long cameNext;

  private final SpikeSettings settings;
  private Baseline usual;
  private boolean hasBegun;
  private double expectedInSilence;
  private int recovering = RECOVERY;

  /** By the interval's number, modulo {@link #remembered}. */
  private final BitSet seen;

  public InputPulse(SpikeRules rules) {
    settings = rules.settings();
    interval = settings.intervalMillis();
    remembered = (int) (MEMORY.toMillis() / interval);
    usual = new Baseline(settings);
    seen = new BitSet(remembered);
  }

  /**
   * Takes note that an incident arrived.
   *
   * @param at epoch milliseconds, not before 1970; {@link #advance} has been called with it
   * @return start of its interval; {@link Long#MIN_VALUE} if that has ended
   */
  public long arrived(long at) {
    long start = at - at % interval;
    if (start < open) {
      return NONE;
    }
    if (start == open) {
      came++;
    } else {
      cameNext++;
    }
    return start;
  }

  /** The latest arrival, epoch milliseconds; {@link Long#MIN_VALUE} before the first. */
  public long now() {
    return now;
  }

  /**
   * Start of the interval under way, epoch milliseconds; {@link Long#MIN_VALUE} before the first.
   */
  public long open() {
    return open;
  }

  /**
   * Moves the clock on, never back.
   *
   * @param ended is told the start of each interval that ends by it, in order
   */
  public void advance(long at, LongConsumer ended) {
    if (open == NONE) {
      open = at - at % interval;
    }
    now = Math.max(now, at);
    if ((now - open) / interval > remembered) {
      forgetAll();
    }
    while (now >= open + interval + GRACE.toMillis()) {
      long start = open;
      end(start);
      ended.accept(start);
    }
  }

  // Nothing is known of a time so long: what would be a spike of then is over.
  private void forgetAll() {
    seen.clear();
    open = now - now % interval;
    came = 0;
    cameNext = 0;
    expectedInSilence = 0;
    recovering = RECOVERY;
  }

  private void end(long start) {
    expectedInSilence = came > 0 ? 0 : expectedInSilence + usual.expected(start);
    boolean isSeen = false;
    if (expectedInSilence >= STANDSTILL) {
      recovering = RECOVERY;
    } else if (recovering > 0) {
      recovering--;
    } else {
      isSeen = true;
      learn(start, came);
    }
    seen.set(bit(start), isSeen);
    open = start + interval;
    came = cameNext;
    cameNext = 0;
  }

  private void learn(long start, long count) {
    if (!hasBegun) {
      hasBegun = true;
      usual.begin(count);
    }
    usual.learn(start, count);
  }

  /** Whether an interval that has ended was seen. */
  boolean wasSeen(long start) {
    return start < open && start >= earliest() && seen.get(bit(start));
  }

  /**
   * Hands over the starts of the intervals that were seen, from one to before another, in order.
   */
  void forEachSeen(long from, long until, LongConsumer sink) {
    for (long start = Math.max(from, earliest()); start < until; start += interval) {
      if (wasSeen(start)) {
        sink.accept(start);
      }
    }
  }

  private long earliest() {
    return open - remembered * interval;
  }

  private int bit(long start) {
    return (int) Math.floorMod(start / interval, (long) remembered);
  }

  /** What changes with each arrival; null before the first. */
  public byte[] clockBytes() {
    return ByteBuffer.allocate(CLOCK_BYTES)
        .put(FORM)
        .putLong(interval)
        .putLong(open)
        .putLong(now)
        .putLong(came)
        .putLong(cameNext)
        .array();
  }

  /** What changes when an interval ends. */
  public byte[] historyBytes() {
    byte[] bits = seen.toByteArray();
    ByteBuffer out =
        ByteBuffer.allocate(2 + Double.BYTES + Integer.BYTES + Baseline.BYTES + bits.length);
    out.put(FORM).put((byte) (hasBegun ? 1 : 0)).putDouble(expectedInSilence).putInt(recovering);
    usual.write(out);
    return out.put(bits).array();
  }

  /**
   * Goes on where another was when it gave its state.
   *
   * @return false if that had intervals of another length: what is kept of then is of no use
   */
  public boolean restore(byte[] clock, byte[] history) {
    ByteBuffer in = ByteBuffer.wrap(clock);
    requireForm(in.get());
    if (in.getLong() != interval) {
      return false;
    }
    open = in.getLong();
    now = in.getLong();
    came = in.getLong();
    cameNext = in.getLong();
    if (history != null) {
      readHistory(ByteBuffer.wrap(history));
    }
    return true;
  }

  private void readHistory(ByteBuffer in) {
    requireForm(in.get());
    hasBegun = in.get() == 1;
    expectedInSilence = in.getDouble();
    recovering = in.getInt();
    usual = new Baseline(settings);
    usual.read(in);
    seen.clear();
    seen.or(BitSet.valueOf(in));
  }

  private static void requireForm(byte form) {
    if (form != FORM) {
      throw new IllegalArgumentException("a pulse of form " + form + ": expected form " + FORM);
    }
  }
}
