// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import java.util.Map;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** What Java values mean in Avro: their schemas, and who writes them. */
final class AvroModel {
  private static final Map<Class<?>, Schema> PRIMITIVES =
      Map.of(
          Boolean.class, Schema.create(Schema.Type.BOOLEAN),
          Integer.class, Schema.create(Schema.Type.INT),
          Long.class, Schema.create(Schema.Type.LONG),
          Float.class, Schema.create(Schema.Type.FLOAT),
          Double.class, Schema.create(Schema.Type.DOUBLE),
          String.class, Schema.create(Schema.Type.STRING),
          byte[].class, Schema.create(Schema.Type.BYTES));

  private static final GenericData CONVERTING = converting();

  private AvroModel() {}

  /** The schema of a record, another Avro container, or a primitive; null for anything else. */
  static Schema schemaOf(Object value) {
    return value instanceof GenericContainer container
        ? container.getSchema()
        : PRIMITIVES.get(value.getClass());
  }

  /**
   * As {@link #schemaOf}.
   *
   * @param place where the value is, for the message
   * @throws SerializationException for what Avro does not know
   */
  static Schema requireSchema(Object value, String place) {
    Schema schema = schemaOf(value);
    if (schema == null) {
      throw new SerializationException(
          "%s: expected an Avro record, String, byte[], Integer, Long, Float, Double or Boolean; got %s"
              .formatted(place, value.getClass().getName()));
    }
    return schema;
  }

  /** Writes values of the same class as the sample, converting logical types as that class does. */
  @SuppressWarnings("unchecked")
  static DatumWriter<Object> writer(Schema schema, Object sample, boolean logicalTypes) {
    GenericData model =
        sample instanceof SpecificRecord
            ? SpecificData.getForClass(sample.getClass())
            : generic(logicalTypes);
    return model.createDatumWriter(schema);
  }

  /** The model of generic records. */
  static GenericData generic(boolean logicalTypes) {
    return logicalTypes ? CONVERTING : GenericData.get();
  }

  private static GenericData converting() {
    GenericData data = new GenericData();
    data.addLogicalTypeConversion(new Conversions.DecimalConversion());
    data.addLogicalTypeConversion(new Conversions.UUIDConversion());
    data.addLogicalTypeConversion(new TimeConversions.DateConversion());
    data.addLogicalTypeConversion(new TimeConversions.TimeMillisConversion());
    data.addLogicalTypeConversion(new TimeConversions.TimeMicrosConversion());
    data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    data.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
    data.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
    data.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
    return data;
  }
}
