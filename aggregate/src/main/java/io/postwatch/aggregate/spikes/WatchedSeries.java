// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A topic at a place: its detector, and the posts of the last hour and of the spike that lasts. A
 * spike is told once its posts are corroborated.
 */
public final class WatchedSeries {
  /** When the series last had a post, at the start of {@link #toBytes()}. */
  private static final int LAST_POST_BYTES = Long.BYTES;

  private static final byte FORM = 1;

  /** Where a state says whether its spike was told. */
  private static final int TOLD = Long.BYTES + 1;

  /** One post in the first second of an interval is no rise. */
  private static final double LEAST_ELAPSED = 0.1;

  private static final SpikePosts NONE = new SpikePosts();

  private record Recent(long start, SpikePosts posts) {}

  private final SpikeRules rules;
  private final long interval;
  private final String placeName;
  private final SpikeDetector detector;

  /** Posts that are no part of a spike yet, and may be of one that is seen later to have begun. */
  private final Deque<Recent> recent = new ArrayDeque<>();

  private long lastPost;

  /** Those of the spike that lasts. */
  private SpikePosts gathered = NONE;

  private boolean isTold;

  private WatchedSeries(SpikeRules rules, String placeName, SpikeDetector detector) {
    this.rules = rules;
    this.interval = rules.interval().toMillis();
    this.placeName = placeName;
    this.detector = detector;
  }

  /**
   * A series that has no posts yet.
   *
   * @param placeName null where none is known
   */
  public static WatchedSeries empty(SpikeRules rules, String placeName, WatchedTopic topic) {
    return new WatchedSeries(
        rules, placeName, SpikeDetector.restore(rules.settings(), topic.emptySeries()));
  }

  /**
   * Takes the posts of an interval that has ended, after the intervals since the last one that had
   * none.
   *
   * @return what is to be told, in order; mostly nothing
   */
  public List<SpikeNews> observe(long start, SpikePosts posts, InputPulse pulse) {
    List<SpikeNews> news = new ArrayList<>(0);
    if (detector.last() != Long.MIN_VALUE) {
      pulse.forEachSeen(detector.last() + interval, start, between -> observe(between, NONE, news));
    }
    if (pulse.wasSeen(start)) {
      observe(start, posts, news);
    } else {
      // Nobody may look at a silent series again for long, so that it must not miss its end.
      detector.endIfQuiet(start).ifPresent(ended -> end(ended, start, news));
    }
    return news;
  }

  private void observe(long start, SpikePosts posts, List<SpikeNews> news) {
    long anHourAgo = start - Horizons.LONGEST * interval;
    recent.removeIf(earlier -> earlier.start() <= anHourAgo);
    if (posts.number() > 0) {
      lastPost = start;
      recent.add(new Recent(start, posts));
    }
    for (DetectedSpike spike : detector.observe(start, posts.number())) {
      if (spike.isOver()) {
        end(spike, start, news);
      } else {
        grow(spike, start, news);
      }
    }
  }

  private void grow(DetectedSpike spike, long start, List<SpikeNews> news) {
    SpikePosts all = new SpikePosts();
    all.addAll(gathered);
    recent.stream().filter(r -> r.start() >= spike.start()).forEach(r -> all.addAll(r.posts()));
    recent.clear();
    gathered = all;
    isTold = isTold || rules.areCorroborated(gathered);
    if (isTold) {
      news.add(new SpikeNews(spike, gathered, start + interval));
    }
  }

  private void end(DetectedSpike spike, long start, List<SpikeNews> news) {
    if (isTold) {
      news.add(new SpikeNews(spike, gathered, start + interval));
    }
    gathered = NONE;
    isTold = false;
  }

  /** Whether a spike has begun and not ended, told or not: then empty intervals count, too. */
  public boolean hasSpike() {
    return detector.lasting().isPresent();
  }

  /** The place's usual English name; null where none is known. */
  public String placeName() {
    return placeName;
  }

  /** When the series of a state last had a post, in epoch milliseconds. */
  public static long lastPost(byte[] state) {
    return ByteBuffer.wrap(state).getLong();
  }

  /** Whether the series of a state has told of a spike, and has its end to tell. */
  public static boolean owesAnEnd(byte[] state) {
    return state[TOLD] == 1;
  }

  /**
   * How a series stands in the interval under way, by its state, of which the posts are not read.
   *
   * @param counts posts by the start of their interval, of those that are not in the state
   * @param pulse of the input, which has begun
   */
  public static Standing standing(
      SpikeRules rules, byte[] state, Map<Long, Long> counts, InputPulse pulse) {
    ByteBuffer in = ByteBuffer.wrap(state).position(TOLD + 1);
    byte[] detector = new byte[SpikeDetector.BYTES];
    in.position(in.getShort() + in.position()).get(detector);
    return standing(rules, SpikeDetector.restore(rules.settings(), detector), counts, pulse);
  }

  /** The same of a series that has had no posts before. */
  public static Standing standing(
      SpikeRules rules, WatchedTopic topic, Map<Long, Long> counts, InputPulse pulse) {
    byte[] empty = topic.emptySeries();
    return standing(rules, SpikeDetector.restore(rules.settings(), empty), counts, pulse);
  }

  private static Standing standing(
      SpikeRules rules, SpikeDetector detector, Map<Long, Long> counts, InputPulse pulse) {
    long interval = rules.interval().toMillis();
    long underWay = pulse.now() - pulse.now() % interval;
    if (detector.last() != Long.MIN_VALUE) {
      pulse.forEachSeen(
          detector.last() + interval, pulse.open(), silent -> detector.observe(silent, 0));
    }
    // One that has ended waits a little for what comes late.
    for (long waiting = pulse.open(); waiting < underWay; waiting += interval) {
      detector.observe(waiting, counts.getOrDefault(waiting, 0L));
    }
    double elapsed = (double) (pulse.now() - underWay) / interval;
    long count = counts.getOrDefault(underWay, 0L);
    return detector.standing(underWay, count, Math.max(LEAST_ELAPSED, elapsed));
  }

  /** The place's usual English name in a state; null where none is known. */
  public static String placeName(byte[] state) {
    ByteBuffer in = ByteBuffer.wrap(state).position(TOLD + 1);
    byte[] name = new byte[in.getShort()];
    in.get(name);
    return name.length == 0 ? null : new String(name, StandardCharsets.UTF_8);
  }

  public byte[] toBytes() {
    byte[] name = placeName == null ? new byte[0] : placeName.getBytes(StandardCharsets.UTF_8);
    int posts = recent.stream().mapToInt(r -> Long.BYTES + r.posts().bytes()).sum();
    ByteBuffer out =
        ByteBuffer.allocate(
            Long.BYTES
                + 3
                + Short.BYTES
                + name.length
                + SpikeDetector.BYTES
                + posts
                + gathered.bytes());
    out.putLong(lastPost).put(FORM).put((byte) (isTold ? 1 : 0));
    out.putShort((short) name.length).put(name).put(detector.toBytes());
    out.put((byte) recent.size());
    for (Recent one : recent) {
      out.putLong(one.start());
      one.posts().write(out);
    }
    gathered.write(out);
    return out.array();
  }

  /** Reads what {@link #toBytes()} wrote. */
  public static WatchedSeries of(SpikeRules rules, byte[] state) {
    ByteBuffer in = ByteBuffer.wrap(state);
    long lastPost = in.getLong();
    byte form = in.get();
    if (form != FORM) {
      throw new IllegalArgumentException("a series of form " + form + ": expected form " + FORM);
    }
    boolean isTold = in.get() == 1;
    byte[] name = new byte[in.getShort()];
    in.get(name);
    byte[] detector = new byte[SpikeDetector.BYTES];
    in.get(detector);
    WatchedSeries series =
        new WatchedSeries(
            rules,
            name.length == 0 ? null : new String(name, StandardCharsets.UTF_8),
            SpikeDetector.restore(rules.settings(), detector));
    series.lastPost = lastPost;
    series.isTold = isTold;
    for (int left = in.get(); left > 0; left--) {
      series.recent.add(new Recent(in.getLong(), SpikePosts.read(in)));
    }
    series.gathered = SpikePosts.read(in);
    return series;
  }
}
