// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * How far a reader of the feed is: the events' {@code id}. It is of the published topics, so that
 * every instance knows where a reader of another is.
 *
 * @param stream which topics are meant: those of another cluster, or that were made anew, have
 *     another number
 * @param next offset of the next record of each partition, in the order of {@link FeedPartitions}
 */
record FeedPosition(int stream, long[] next) {
  private static final byte FORM = 1;

  /** More partitions than a topic is likely to have, times the topics. */
  private static final int MOST_PARTITIONS = 30_000;

  /** Whether everything before {@code other} was before this one, too. */
  boolean reaches(FeedPosition other) {
    for (int i = 0; i < next.length; i++) {
      if (next[i] < other.next[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether it tells of the same partitions. */
  boolean isOfSame(FeedPosition other) {
    return stream == other.stream && next.length == other.next.length;
  }

  /** Letters, digits, - and _, as an event's id and a header can hold. */
  String toId() {
    ByteBuffer out = ByteBuffer.allocate(1 + Integer.BYTES + 10 * next.length);
    out.put(FORM).putInt(stream);
    for (long offset : next) {
      writeVarint(offset, out);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(out.array(), out.position()));
  }

  /**
   * Reads what {@link #toId()} wrote.
   *
   * @throws IllegalArgumentException when it is nothing of the kind
   */
  static FeedPosition of(String id) {
    try {
      ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id));
      if (in.get() != FORM || in.remaining() > MOST_PARTITIONS) {
        throw new IllegalArgumentException("another form");
      }
      int stream = in.getInt();
      long[] next = new long[in.remaining()];
      int partitions = 0;
      while (in.hasRemaining()) {
        next[partitions++] = readVarint(in);
      }
      return new FeedPosition(stream, Arrays.copyOf(next, partitions));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("cut short", e);
    }
  }

  private static void writeVarint(long number, ByteBuffer out) {
    long left = number;
    while (left > 0x7f) {
      out.put((byte) (left & 0x7f | 0x80));
      left >>>= 7;
    }
    out.put((byte) left);
  }

  private static long readVarint(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
      byte part = in.get();
      number |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("an offset of more than 63 bits");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeedPosition that
        && stream == that.stream
        && Arrays.equals(next, that.next);
  }

  @Override
  public int hashCode() {
    return 31 * stream + Arrays.hashCode(next);
  }

  @Override
  public String toString() {
    return toId();
  }
}
