// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Confluent's framing of a record: a zero byte, the schema's id in four bytes, then Avro binary.
 */
final class WireFormat {
  private static final byte MAGIC = 0;

  /** Bytes before the Avro data. */
  static final int HEADER = 5;

  private WireFormat() {}

  /** The five bytes before the Avro data. */
  static byte[] header(int schemaId) {
    return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(schemaId).array();
  }

  /**
   * The id of the schema that the record was written with.
   *
   * @param place where the record is, for the message
   * @throws SerializationException where the record does not begin as it should
   */
  static int schemaId(byte[] record, String place) {
    if (record.length < HEADER) {
      throw new SerializationException(
          "%s: expected 5 bytes before the Avro data, got %d in all"
              .formatted(place, record.length));
    }
    if (record[0] != MAGIC) {
      throw new SerializationException(
          "%s: expected first byte 0x00, got 0x%02x: not written by a schema-registry serializer"
              .formatted(place, record[0]));
    }
    return ByteBuffer.wrap(record, 1, Integer.BYTES).getInt();
  }
}
