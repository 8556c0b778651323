// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import io.postwatch.registry.BoundedCache;
import io.postwatch.registry.RegisteredSchema;
import io.postwatch.registry.SchemaRegistry;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.DatumWriter;
import org.apache.kafka.common.errors.SerializationException;

/** Settles with the registry, once for each kind of value, with which schema it is written. */
final class WriteTargets {
  private static final int CAPACITY = 1000;

  private record Key(String topic, Schema schema, Class<?> type) {}

  /**
   * How a kind of value is written.
   *
   * @param header the bytes before the Avro data, with the schema's id
   */
  record Target(byte[] header, DatumWriter<Object> writer) {}

  private final BoundedCache<Key, Target> targets = new BoundedCache<>(CAPACITY);
  private final SchemaRegistry registry;
  private final SerdeConfig config;

  WriteTargets(SchemaRegistry registry, SerdeConfig config) {
    this.registry = registry;
    this.config = config;
  }

  Target target(String topic, Schema schema, Object value) {
    return targets.get(new Key(topic, schema, value.getClass()), key -> settle(key, value));
  }

  private Target settle(Key key, Object sample) {
    String subject = config.subject(key.topic(), key.schema());
    DatumWriter<Object> own = AvroModel.writer(key.schema(), sample, config.logicalTypes());
    if (config.autoRegister()) {
      return new Target(WireFormat.header(registry.register(subject, key.schema())), own);
    }
    if (!config.useLatest()) {
      return new Target(WireFormat.header(registry.lookUp(subject, key.schema()).id()), own);
    }
    RegisteredSchema latest = registry.version(subject, SchemaRegistry.LATEST);
    checkReadable(key, latest);
    DatumWriter<Object> writer =
        latest.schema().equals(key.schema())
            ? own
            : new ProjectingWriter(own, key.schema(), latest.schema());
    return new Target(WireFormat.header(latest.id()), writer);
  }

  private void checkReadable(Key key, RegisteredSchema latest) {
    if (config.strictLatest() && !canRead(latest.schema(), key.schema())) {
      throw new SerializationException(
          "%s: version %d of subject %s cannot read what is to be written as %s"
              .formatted(
                  config.place(key.topic()),
                  latest.version(),
                  latest.subject(),
                  key.schema().getFullName()));
    }
  }

  private static boolean canRead(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
            .getResult()
            .getCompatibility()
        == SchemaCompatibilityType.COMPATIBLE;
  }
}
