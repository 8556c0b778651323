// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import io.postwatch.schema.Incident;
import io.postwatch.topics.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** An incident as enrich publishes it: under its topic, with the time of its arrival. */
final class IncidentRecord {
  private IncidentRecord() {}

  static ProducerRecord<byte[], byte[]> of(Incident incident, Serializer<Incident> serializer) {
    String topic = Topics.INCIDENTS.name();
    return new ProducerRecord<>(
        topic,
        null,
        incident.getIngestedAt().toEpochMilli(),
        incident.getTopic().getBytes(StandardCharsets.UTF_8),
        serializer.serialize(topic, incident));
  }
}
