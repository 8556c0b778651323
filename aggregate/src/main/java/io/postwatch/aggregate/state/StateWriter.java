// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.avro.io.BinaryData;

/**
 * Writes stored values in Avro's binary encoding, without a schema: a version byte leads them. Into
 * an array of its own, since a count is written with each incident, and streams take a call a byte.
 */
public final class StateWriter {
  private static final int LONGEST_NUMBER = 10;

  private static final int LEAST = 4 << 10;
  private static final int LARGEST_KEPT = 1 << 20;

  /**
   * What the last writer of a thread wrote into, for the next: arrays that are made and grown for
   * each count were a third of all that the pipeline allocated.
   */
  private static final ThreadLocal<byte[]> SPARE = new ThreadLocal<>();

  private byte[] bytes;
  private int length;

  public StateWriter(byte version) {
    byte[] spare = SPARE.get();
    SPARE.set(null);
    bytes = spare == null ? new byte[LEAST] : spare;
    code(version);
  }

  /** One byte. */
  public void code(int code) {
    reserve(1);
    bytes[length++] = (byte) code;
  }

  public void flag(boolean flag) {
    code(flag ? 1 : 0);
  }

  /** Few bytes for small numbers. */
  public void number(long number) {
    reserve(LONGEST_NUMBER);
    length += BinaryData.encodeLong(number, bytes, length);
  }

  /** Eight bytes each, for numbers that are seldom small. */
  public void fingerprints(long... fingerprints) {
    int size = fingerprints.length * Long.BYTES;
    reserve(size);
    ByteBuffer.wrap(bytes, length, size).asLongBuffer().put(fingerprints);
    length += size;
  }

  public void fingerprintOrNone(OptionalLong fingerprint) {
    flag(fingerprint.isPresent());
    fingerprint.ifPresent(this::fingerprints);
  }

  public void bytes(byte[] value) {
    number(value.length);
    reserve(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
  }

  public void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public void textOrNull(String text) {
    flag(text != null);
    if (text != null) {
      text(text);
    }
  }

  public <T> void list(List<T> items, Consumer<T> writer) {
    number(items.size());
    items.forEach(writer);
  }

  /** What was written; nothing more can be. */
  public byte[] toBytes() {
    byte[] written = Arrays.copyOf(bytes, length);
    if (bytes.length <= LARGEST_KEPT) {
      SPARE.set(bytes);
    }
    bytes = null;
    return written;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
