// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Writes stored values in Avro's binary encoding, without a schema: a version byte leads them. */
final class StateWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);

  StateWriter(byte version) {
    bytes.write(version);
  }

  /** Few bytes for small numbers. */
  void number(long number) {
    write(() -> out.writeLong(number));
  }

  /** Eight bytes, for numbers that are seldom small. */
  void fingerprint(long fingerprint) {
    write(() -> out.writeFixed(ByteBuffer.allocate(Long.BYTES).putLong(0, fingerprint).array()));
  }

  void flag(boolean flag) {
    write(() -> out.writeBoolean(flag));
  }

  void text(String text) {
    write(() -> out.writeString(text));
  }

  void textOrNull(String text) {
    flag(text != null);
    if (text != null) {
      text(text);
    }
  }

  void fingerprintOrNone(OptionalLong fingerprint) {
    flag(fingerprint.isPresent());
    fingerprint.ifPresent(this::fingerprint);
  }

  void bytes(byte[] value) {
    write(() -> out.writeBytes(value));
  }

  <T> void list(List<T> items, Consumer<T> writer) {
    number(items.size());
    items.forEach(writer);
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory always take more", e);
    }
  }
}
