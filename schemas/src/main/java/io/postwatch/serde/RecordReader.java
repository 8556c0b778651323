// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Reads the records of one writer's schema; for one thread. */
final class RecordReader {
  private final Schema.Type writerType;
  private final DatumReader<?> reader;

  private RecordReader(Schema.Type writerType, DatumReader<?> reader) {
    this.writerType = writerType;
    this.reader = reader;
  }

  static RecordReader of(Schema writer, SerdeConfig config) {
    DatumReader<?> reader =
        config.specificReader() || config.specificType().isPresent()
            ? specific(writer, config)
            : AvroModel.generic(config.logicalTypes()).createDatumReader(writer);
    return new RecordReader(writer.getType(), reader);
  }

  private static DatumReader<?> specific(Schema writer, SerdeConfig config) {
    if (writer.getType() != Schema.Type.RECORD) {
      return SpecificData.get().createDatumReader(writer);
    }
    Class<?> type = config.specificType().orElseGet(() -> SpecificData.get().getClass(writer));
    if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
      throw new SerializationException(
          "no generated class for " + writer.getFullName() + ", expected as specific.avro.reader");
    }
    SpecificData model = SpecificData.getForClass(type);
    return model.createDatumReader(writer, model.getSchema(type));
  }

  /**
   * The value after the header; nothing may follow it.
   *
   * @param decoder stands behind the header
   */
  Object read(byte[] record, BinaryDecoder decoder) throws IOException {
    if (writerType == Schema.Type.BYTES) {
      // Confluent's serializer leaves out the length that Avro would write before bare bytes.
      return Arrays.copyOfRange(record, WireFormat.HEADER, record.length);
    }
    Object value = reader.read(null, decoder);
    if (!decoder.isEnd()) {
      throw new IOException("bytes left over after the value");
    }
    return writerType == Schema.Type.STRING ? value.toString() : value;
  }
}
