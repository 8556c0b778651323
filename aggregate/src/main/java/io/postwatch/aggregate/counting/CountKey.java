// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.WatchListCountKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is counted, as {@link IncidentCountKey} and {@link WatchListCountKey} have it, with a form
 * in bytes for the state stores.
 *
 * @param clock which time the window follows
 * @param watchList name of the watch list whose posts are counted; {@link #NO_LIST}: everybody's
 * @param topic id of the topic, at most 256 characters
 * @param place see {@link PlaceRollUp#place()}
 * @param windowStart inclusive, epoch milliseconds
 * @param windowSize length of the window
 */
public record CountKey(
    Clock clock,
    String watchList,
    String topic,
    String place,
    long windowStart,
    WindowSize windowSize) {
  /** Of all posts, whoever watches them. */
  public static final String NO_LIST = "";

  private static final int WINDOW_BYTES = 1 + 2 * Long.BYTES;

  /** Clock, size, start, then the strings with their lengths: no key is the prefix of another. */
  public byte[] bytes() {
    return prefix(clock, windowSize, windowStart, watchList, topic, place);
  }

  /**
   * What the keys of several counts begin with.
   *
   * @param names watch list, topic and place, as far as they are the same; keys that begin alike
   *     are in the order of the next one of them, the shorter first
   */
  public static byte[] prefix(Clock clock, WindowSize size, long windowStart, String... names) {
    byte[][] encoded = new byte[names.length][];
    int length = WINDOW_BYTES;
    for (int i = 0; i < names.length; i++) {
      encoded[i] = names[i].getBytes(StandardCharsets.UTF_8);
      length += Short.BYTES + encoded[i].length;
    }
    ByteBuffer buffer =
        ByteBuffer.allocate(length).put(code(clock)).putLong(size.millis()).putLong(windowStart);
    for (byte[] name : encoded) {
      buffer.putShort((short) name.length).put(name);
    }
    return buffer.array();
  }

  /** What the keys of a clock and size begin with. */
  public static byte[] prefix(Clock clock, WindowSize size) {
    return ByteBuffer.allocate(1 + Long.BYTES).put(code(clock)).putLong(size.millis()).array();
  }

  /** Reads what {@link #bytes()} wrote. */
  public static CountKey of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    Clock clock = clock(buffer.get());
    WindowSize size = new WindowSize(buffer.getLong());
    long start = buffer.getLong();
    return new CountKey(clock, string(buffer), string(buffer), string(buffer), start, size);
  }

  public boolean isOfWatchList() {
    return !watchList.equals(NO_LIST);
  }

  /** The published form: an {@link IncidentCountKey}, or a {@link WatchListCountKey}. */
  public SpecificRecord published() {
    Instant start = Instant.ofEpochMilli(windowStart);
    return isOfWatchList()
        ? new WatchListCountKey(clock, watchList, topic, place, start, windowSize.millis())
        : new IncidentCountKey(clock, topic, place, start, windowSize.millis());
  }

  // Codes of their own, since they are stored: the order of the schema's symbols may change.
  private static byte code(Clock clock) {
    return switch (clock) {
      case POSTED -> 1;
      case SEEN -> 2;
    };
  }

  private static Clock clock(byte code) {
    return switch (code) {
      case 1 -> Clock.POSTED;
      case 2 -> Clock.SEEN;
      default -> throw new IllegalArgumentException("no clock has the code " + code);
    };
  }

  private static String string(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.getShort()];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
