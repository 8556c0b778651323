// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/** One subject a record type, whatever the topic: the record's full name. */
public final class RecordNameStrategy implements SubjectNameStrategy {
  @Override
  public String subject(String topic, boolean isKey, Schema schema) {
    if (schema.getType() != Schema.Type.RECORD) {
      throw new SerializationException(
          "topic %s %s: expected an Avro record, as subjects go by record name; got %s"
              .formatted(topic, isKey ? "key" : "value", schema.getType()));
    }
    return schema.getFullName();
  }
}
