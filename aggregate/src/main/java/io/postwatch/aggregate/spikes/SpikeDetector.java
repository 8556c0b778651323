// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds spikes in one series of counts of equal intervals, as they come, with a state of fixed
 * size. Not for use by several threads.
 *
 * <p>An interval is held against what is usual at its hour ({@link Baseline}), alone and with those
 * before it ({@link Horizons}), and its surprise against the days before ({@link DailyPeaks}).
 */
public final class SpikeDetector {
  /** What {@link #toBytes} gives. */
  public static final int BYTES =
      1 + 2 * Long.BYTES + Baseline.BYTES + Horizons.BYTES + DailyPeaks.BYTES + OpenSpike.BYTES;

  private static final byte FORM = 1;
  private static final double MILLIS_PER_WEEK = 7 * 24 * 3_600_000.0;

  private final SpikeSettings settings;
  private final double leastScore;
  private final double intervalsPerWeek;
  private final Baseline baseline;
  private final Horizons horizons;
  private final DailyPeaks peaks;
  private final OpenSpike spike;

  private long first = Long.MIN_VALUE;
  private long last = Long.MIN_VALUE;

  public SpikeDetector(SpikeSettings settings) {
    this.settings = settings;
    leastScore = -Math.log10(settings.timesPerWeek());
    intervalsPerWeek = MILLIS_PER_WEEK / settings.intervalMillis();
    baseline = new Baseline(settings);
    horizons = new Horizons(settings);
    peaks = new DailyPeaks(settings);
    spike = new OpenSpike();
  }

  /**
   * A detector that goes on where another was when it gave its state.
   *
   * @throws IllegalArgumentException if the bytes are no such state
   */
  public static SpikeDetector restore(SpikeSettings settings, byte[] state) {
    if (state.length != BYTES || state[0] != FORM) {
      throw new IllegalArgumentException(
          "%d bytes of form %d: expected the state of a spike detector, %d bytes of form %d"
              .formatted(state.length, state.length == 0 ? -1 : state[0], BYTES, FORM));
    }
    SpikeDetector detector = new SpikeDetector(settings);
    detector.read(ByteBuffer.wrap(state, 1, BYTES - 1));
    return detector;
  }

  /**
   * Takes the next interval. Intervals left out are missing: nothing is known of them; an interval
   * without posts is a count of 0.
   *
   * @param start of the interval, in milliseconds since 1970-01-01 UTC
   * @param count 0 or more
   * @return spikes that began, went on or ended, the one that ended first; mostly none
   * @throws IllegalArgumentException if the interval is not after the last one, or the count below
   *     0
   */
  public List<DetectedSpike> observe(long start, long count) {
    if (count < 0 || (last != Long.MIN_VALUE && start <= last)) {
      throw new IllegalArgumentException(
          "count %d at %d: expected 0 or more, after %d".formatted(count, start, last));
    }
    List<DetectedSpike> changed = new ArrayList<>(0);
    endIfQuiet(start).ifPresent(changed::add);
    long missing = missingBefore(start);
    if (last == Long.MIN_VALUE) {
      first = start;
      baseline.begin(count);
    }
    last = start;

    double expected = baseline.expected(start);
    double learned = horizons.clipped(count, expected);
    Horizons.Evidence evidence = horizons.add(missing, count, expected);
    double score = score(evidence.surprise());
    peaks.learn(start, evidence.surprise());
    baseline.learn(start, learned);

    spike.pass(count, expected);
    if (isWarm() && score >= leastScore) {
      long end = start + settings.intervalMillis();
      long began = end - evidence.length() * settings.intervalMillis();
      changed.add(spike.grow(Math.max(first, began), end, evidence, score));
    }
    return changed;
  }

  /**
   * How the series stands in an interval that has not ended. It must not be shown more intervals
   * afterwards: {@link #restore} makes a copy to be asked.
   *
   * @param start of the interval, after the last one that was observed
   * @param count seen in it so far
   * @param elapsed which part of it has gone by, above 0
   */
  Standing standing(long start, long count, double elapsed) {
    Horizons.Evidence evidence =
        horizons.add(missingBefore(start), count, baseline.expected(start) * elapsed);
    long length = settings.intervalMillis();
    return new Standing(
        horizons.observed(),
        horizons.expected(),
        score(evidence.surprise()),
        start - (evidence.length() - 1) * length,
        horizons.oldestFirst(),
        !isWarm());
  }

  /** Whether enough has been seen to know what is usual. */
  private boolean isWarm() {
    return baseline.seen() > settings.intervalsIn(settings.warmUp());
  }

  /** Ends the spike if it has been quiet for its cool-down at a time, in epoch milliseconds. */
  Optional<DetectedSpike> endIfQuiet(long now) {
    return spike.endIfQuiet(now, settings.coolDown().toMillis());
  }

  /** Start of the last interval observed, in epoch milliseconds; Long.MIN_VALUE: none yet. */
  long last() {
    return last;
  }

  /** The spike that has not ended, if there is one. */
  public Optional<DetectedSpike> lasting() {
    return spike.now();
  }

  /**
   * Rare by the series' own past, and by chance alone: where all days were empty, the past alone
   * would make a spike of two posts.
   */
  private double score(double surprise) {
    return Math.min(peaks.rarity(surprise), surprise - Math.log10(intervalsPerWeek));
  }

  private long missingBefore(long start) {
    if (last == Long.MIN_VALUE) {
      return 0;
    }
    // Rounded, because what starts the intervals may do so a little late.
    return Math.max(1, Math.round((double) (start - last) / settings.intervalMillis())) - 1;
  }

  /** The state, to be kept; {@link #BYTES} long. */
  public byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(BYTES).put(FORM).putLong(first).putLong(last);
    baseline.write(out);
    horizons.write(out);
    peaks.write(out);
    spike.write(out);
    return out.array();
  }

  private void read(ByteBuffer in) {
    first = in.getLong();
    last = in.getLong();
    baseline.read(in);
    horizons.read(in);
    peaks.read(in);
    spike.read(in);
  }
}
