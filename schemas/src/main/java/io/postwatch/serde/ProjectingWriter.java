// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

/** Writes a value as another schema has it, by Avro's rules of schema resolution. */
final class ProjectingWriter implements DatumWriter<Object> {
  private final DatumWriter<Object> own;
  private final Schema from;
  private final Schema to;

  /**
   * @param own writes values with their own schema, {@code from}
   */
  ProjectingWriter(DatumWriter<Object> own, Schema from, Schema to) {
    this.own = own;
    this.from = from;
    this.to = to;
  }

  @Override
  public void setSchema(Schema schema) {
    throw new UnsupportedOperationException("the schemas are fixed");
  }

  /** Goes through bytes: a writer would pick fields by position, and positions may differ. */
  @Override
  @SuppressWarnings("unchecked")
  public void write(Object value, Encoder out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    own.write(value, encoder);
    encoder.flush();
    DatumReader<Object> reader = GenericData.get().createDatumReader(from, to);
    Object projected =
        reader.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    DatumWriter<Object> writer = GenericData.get().createDatumWriter(to);
    writer.write(projected, out);
  }
}
