/**
 * Avro serializer, deserializer and serde for Kafka, compatible with Confluent's wire format and
 * settings; begin with {@link io.postwatch.serde.AvroSerializer}.
 */
package io.postwatch.serde;
