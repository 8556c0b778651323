// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import io.postwatch.registry.RegistryException;
import io.postwatch.registry.SchemaRegistries;
import io.postwatch.serde.WriteTargets.Target;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes Avro records, specific or generic, and Avro's primitives in Confluent's wire format.
 *
 * <p>Takes the settings of Confluent's KafkaAvroSerializer, {@code schema.registry.url} first. May
 * be shared by threads once configured.
 */
public final class AvroSerializer implements Serializer<Object> {
  private final ThreadLocal<EncodingBuffer> buffers = ThreadLocal.withInitial(EncodingBuffer::new);
  private SerdeConfig config;
  private WriteTargets targets;

  /**
   * @throws org.apache.kafka.common.config.ConfigException one line naming the key
   */
  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    TrustedClasses.trustGeneratedRecords();
    config = SerdeConfig.of(settings, isKey);
    targets = new WriteTargets(SchemaRegistries.fromConfig(settings), config);
  }

  /**
   * The value's bytes; null for null.
   *
   * @throws SerializationException where the value does not fit its schema, or the registry refuses
   *     the schema
   * @throws io.postwatch.registry.RegistryUnavailableException where the registry does not answer
   */
  @Override
  public byte[] serialize(String topic, Object value) {
    if (value == null) {
      return null;
    }
    if (config == null) {
      throw new IllegalStateException("AvroSerializer is used before configure(...)");
    }
    Schema schema = AvroModel.requireSchema(value, config.place(topic));
    return write(target(topic, schema, value), topic, schema, value);
  }

  private Target target(String topic, Schema schema, Object value) {
    try {
      return targets.target(topic, schema, value);
    } catch (RegistryException e) {
      throw Failures.of(config.place(topic), "schema " + schema.getFullName(), e);
    }
  }

  private byte[] write(Target target, String topic, Schema schema, Object value) {
    try {
      return buffers.get().write(target, value);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      buffers.remove();
      throw Failures.bad(config.place(topic), "cannot write " + schema.getFullName(), e);
    }
  }

  @Override
  public void close() {
    buffers.remove();
  }
}
