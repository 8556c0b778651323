// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import io.postwatch.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Records for the dead-letter topic: the bytes as they came, with headers that say why and where.
 */
public final class DeadLetters {
  /** Longer reasons say no more. */
  private static final int MAX_ERROR_LENGTH = 1000;

  private DeadLetters() {}

  /**
   * A dead letter.
   *
   * @param key the raw key; null where there was none
   * @param value the raw value; null where there was none, or it is too large to keep
   * @param error what is wrong with it, as a sentence for people
   * @param stage the stage that refused it
   * @param origin further headers: topic, partition and offset, or the source it was read from
   */
  public static ProducerRecord<byte[], byte[]> record(
      byte[] key, byte[] value, String error, String stage, Map<String, String> origin) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.DEAD_LETTERS.name(), key, value);
    String reason = error.replaceAll("\\s+", " ");
    header(record, "error", reason.substring(0, Math.min(MAX_ERROR_LENGTH, reason.length())));
    header(record, "stage", stage);
    origin.forEach((name, text) -> header(record, name, text));
    return record;
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
