// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import io.postwatch.serde.WriteTargets.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** What one thread writes records into; after an exception it is to be thrown away. */
final class EncodingBuffer {
  /** A buffer that a rare huge record has blown up further is not kept, in bytes. */
  private static final int LARGEST_KEPT = 1 << 20;

  private ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private BinaryEncoder encoder;

  byte[] write(Target target, Object value) throws IOException {
    bytes.reset();
    bytes.writeBytes(target.header());
    if (value instanceof byte[] raw) {
      // Confluent's serializer leaves out the length that Avro would write before bare bytes.
      bytes.writeBytes(raw);
    } else {
      encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
      target.writer().write(value, encoder);
      encoder.flush();
    }
    byte[] record = bytes.toByteArray();
    if (record.length > LARGEST_KEPT) {
      bytes = new ByteArrayOutputStream(1024);
    }
    return record;
  }
}
