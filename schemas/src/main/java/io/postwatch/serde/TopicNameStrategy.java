// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import org.apache.avro.Schema;

/** One subject a topic: {@code topic-key} and {@code topic-value}. */
public final class TopicNameStrategy implements SubjectNameStrategy {
  @Override
  public String subject(String topic, boolean isKey, Schema schema) {
    return topic + (isKey ? "-key" : "-value");
  }
}
