// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import io.postwatch.registry.RegistryException;
import io.postwatch.registry.SchemaRegistries;
import io.postwatch.registry.SchemaRegistry;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads Confluent's wire format into Avro records: generic ones, or with {@code
 * specific.avro.reader=true} generated classes.
 *
 * <p>Takes the settings of Confluent's KafkaAvroDeserializer, {@code schema.registry.url} first.
 * May be shared by threads once configured.
 */
public final class AvroDeserializer implements Deserializer<Object> {
  private final ThreadLocal<DecodingState> states = ThreadLocal.withInitial(DecodingState::new);
  private SerdeConfig config;
  private SchemaRegistry registry;

  /**
   * @throws org.apache.kafka.common.config.ConfigException one line naming the key
   */
  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    TrustedClasses.trustGeneratedRecords();
    config = SerdeConfig.of(settings, isKey);
    registry = SchemaRegistries.fromConfig(settings);
  }

  /**
   * The record's value; null for null.
   *
   * @throws SerializationException where the bytes are no such record, or the registry does not
   *     know their schema: no later try will do better
   * @throws io.postwatch.registry.RegistryUnavailableException where the registry does not answer:
   *     nothing is said about the record
   * @throws RegistryException where the registry refuses for another reason than the schema, such
   *     as a wrong password
   */
  @Override
  public Object deserialize(String topic, byte[] record) {
    if (record == null) {
      return null;
    }
    if (config == null) {
      throw new IllegalStateException("AvroDeserializer is used before configure(...)");
    }
    int schemaId = WireFormat.schemaId(record, config.place(topic));
    DecodingState state = states.get();
    RecordReader reader = state.reader(schemaId, id -> reader(topic, id));
    try {
      return state.read(reader, record);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw bad(topic, schemaId, e);
    }
  }

  private RecordReader reader(String topic, int schemaId) {
    Schema writer = writerSchema(topic, schemaId);
    try {
      return RecordReader.of(writer, config);
    } catch (RuntimeException e) {
      throw bad(topic, schemaId, e);
    }
  }

  private Schema writerSchema(String topic, int schemaId) {
    try {
      return registry.schemaById(schemaId);
    } catch (RegistryException e) {
      throw Failures.of(config.place(topic), "schema id " + schemaId, e);
    }
  }

  private SerializationException bad(String topic, int schemaId, Throwable cause) {
    return Failures.bad(config.place(topic), "cannot read as schema id " + schemaId, cause);
  }

  @Override
  public void close() {
    states.remove();
  }
}
