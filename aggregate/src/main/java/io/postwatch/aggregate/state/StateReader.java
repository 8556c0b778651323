// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;

/** Reads what {@link StateWriter} wrote. */
public final class StateReader {
  private final BinaryDecoder in;

  /**
   * @throws SerializationException when the bytes are of another version
   */
  public StateReader(String what, byte[] bytes, byte version) {
    if (bytes.length == 0 || bytes[0] != version) {
      throw new SerializationException(
          "%s of version %s: expected %d"
              .formatted(what, bytes.length == 0 ? "none" : bytes[0], version));
    }
    in = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null);
  }

  public long number() {
    return read(in::readLong);
  }

  public int code() {
    byte[] code = new byte[1];
    readFixed(code);
    return code[0];
  }

  public long fingerprint() {
    return fingerprints(1)[0];
  }

  public long[] fingerprints(int number) {
    byte[] bytes = new byte[number * Long.BYTES];
    readFixed(bytes);
    long[] fingerprints = new long[number];
    ByteBuffer.wrap(bytes).asLongBuffer().get(fingerprints);
    return fingerprints;
  }

  private void readFixed(byte[] bytes) {
    read(
        () -> {
          in.readFixed(bytes);
          return bytes;
        });
  }

  public boolean flag() {
    return read(in::readBoolean);
  }

  public String text() {
    return read(in::readString);
  }

  public String textOrNull() {
    return flag() ? text() : null;
  }

  public OptionalLong fingerprintOrNone() {
    return flag() ? OptionalLong.of(fingerprint()) : OptionalLong.empty();
  }

  public byte[] bytes() {
    return read(() -> in.readBytes(null)).array();
  }

  public <T> List<T> list(Supplier<T> reader) {
    int size = (int) number();
    List<T> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(reader.get());
    }
    return items;
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  private static <T> T read(Step<T> step) {
    try {
      return step.run();
    } catch (IOException | AvroRuntimeException e) {
      throw new SerializationException("stored bytes end too early or are damaged", e);
    }
  }
}
