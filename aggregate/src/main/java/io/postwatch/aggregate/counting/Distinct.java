// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import java.util.Arrays;

/**
 * How many different members a count has: kept one by one, each with the number of posts that
 * brought it, and from a bound on as a sketch. A sketch is a few per cent off, and what it has seen
 * it never forgets.
 *
 * @see <a href="https://arxiv.org/abs/2308.16862">Ertl: UltraLogLog, VLDB 2024</a>
 */
public final class Distinct {
  public static final Distinct NONE = new Distinct(new long[0], new int[0], null, 0);

  /** 2^11 registers of a byte: a standard error of 1.7%. */
  private static final int PRECISION = 11;

  private final long[] members;
  private final int[] posts;
  private final byte[] sketch;
  private final int least;

  /**
   * @param members in ascending order; empty with a sketch
   * @param posts how many posts brought each
   * @param sketch state of an {@link UltraLogLog}; null while they are kept one by one
   * @param least how many there were at least when the sketch began; 0 without one
   */
  public Distinct(long[] members, int[] posts, byte[] sketch, int least) {
    this.members = members;
    this.posts = posts;
    this.sketch = sketch;
    this.least = least;
  }

  public boolean isEstimated() {
    return sketch != null;
  }

  /** How many; about as many where {@link #isEstimated()}. */
  public long number() {
    return isEstimated()
        ? Math.max(least, Math.round(UltraLogLog.wrap(sketch).getDistinctCountEstimate()))
        : members.length;
  }

  int weight() {
    return isEstimated() ? sketch.length : members.length * (Long.BYTES + Integer.BYTES);
  }

  /**
   * With a member that one more post brings.
   *
   * @param exactUpTo how many are kept one by one
   */
  Distinct plus(long member, int exactUpTo) {
    if (isEstimated()) {
      return new Distinct(members, posts, withAdded(sketch.clone(), member), least);
    }
    int at = Arrays.binarySearch(members, member);
    if (at >= 0) {
      return moved(at, 1);
    }
    return members.length < exactUpTo ? inserted(-at - 1, member) : sketched(member);
  }

  /** With one post less of those that brought a member; the last one takes it along. */
  Distinct minus(long member) {
    int at = isEstimated() ? -1 : Arrays.binarySearch(members, member);
    if (at < 0) {
      return this;
    }
    return posts[at] > 1 ? moved(at, -1) : removed(at);
  }

  private Distinct moved(int at, int by) {
    int[] moved = posts.clone();
    moved[at] += by;
    return new Distinct(members, moved, null, 0);
  }

  private Distinct inserted(int at, long member) {
    long[] more = new long[members.length + 1];
    int[] postsOfMore = new int[more.length];
    System.arraycopy(members, 0, more, 0, at);
    System.arraycopy(posts, 0, postsOfMore, 0, at);
    more[at] = member;
    postsOfMore[at] = 1;
    System.arraycopy(members, at, more, at + 1, members.length - at);
    System.arraycopy(posts, at, postsOfMore, at + 1, members.length - at);
    return new Distinct(more, postsOfMore, null, 0);
  }

  private Distinct removed(int at) {
    long[] fewer = new long[members.length - 1];
    int[] postsOfFewer = new int[fewer.length];
    System.arraycopy(members, 0, fewer, 0, at);
    System.arraycopy(posts, 0, postsOfFewer, 0, at);
    System.arraycopy(members, at + 1, fewer, at, fewer.length - at);
    System.arraycopy(posts, at + 1, postsOfFewer, at, fewer.length - at);
    return new Distinct(fewer, postsOfFewer, null, 0);
  }

  private Distinct sketched(long member) {
    UltraLogLog log = UltraLogLog.create(PRECISION);
    Arrays.stream(members).forEach(log::add);
    log.add(member);
    return new Distinct(new long[0], new int[0], log.getState(), members.length + 1);
  }

  private static byte[] withAdded(byte[] state, long member) {
    return UltraLogLog.wrap(state).add(member).getState();
  }

  public long[] members() {
    return members;
  }

  public int[] posts() {
    return posts;
  }

  public byte[] sketch() {
    return sketch;
  }

  public int least() {
    return least;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Distinct that
        && Arrays.equals(members, that.members)
        && Arrays.equals(posts, that.posts)
        && Arrays.equals(sketch, that.sketch)
        && least == that.least;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(members);
  }
}
