// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import org.apache.avro.Schema;

/** One subject for each record type in a topic: {@code topic-full.name.of.Record}. */
public final class TopicRecordNameStrategy implements SubjectNameStrategy {
  private final RecordNameStrategy recordName = new RecordNameStrategy();

  @Override
  public String subject(String topic, boolean isKey, Schema schema) {
    return topic + "-" + recordName.subject(topic, isKey, schema);
  }
}
