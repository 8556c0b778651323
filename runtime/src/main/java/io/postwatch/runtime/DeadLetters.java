// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import io.micrometer.core.instrument.Counter;
import io.postwatch.runtime.metrics.Metric;
import io.postwatch.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Records for the dead-letter topic: the bytes as they came, with headers that say why and where.
 */
public final class DeadLetters {
  /** Longer reasons say no more. */
  private static final int MAX_ERROR_LENGTH = 1000;

  /** What kind of thing is wrong with one. */
  public enum Reason {
    /** The bytes are not what they should be. */
    UNREADABLE,
    /** What was read has no meaning, or brought out a fault. */
    INVALID,
    /** What came of it does not fit its schema. */
    UNWRITABLE,
    /** What came of it is larger than the broker takes. */
    TOO_LARGE
  }

  private DeadLetters() {}

  /** Shows that a stage has none yet: the first one of a counter that is not there goes unseen. */
  public static void expect(String stage, Reason... kinds) {
    for (Reason kind : kinds) {
      counter(stage, kind);
    }
  }

  private static Counter counter(String stage, Reason kind) {
    String label = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Metric.DEAD_LETTERS.counter("stage", stage, "reason", label);
  }

  /**
   * A dead letter, which is counted with this.
   *
   * @param key the raw key; null where there was none
   * @param value the raw value; null where there was none, or it is too large to keep
   * @param kind what kind of thing is wrong with it
   * @param error what is wrong with it, as a sentence for people
   * @param stage the stage that refused it
   * @param origin further headers: topic, partition and offset, or the source it was read from
   */
  public static ProducerRecord<byte[], byte[]> record(
      byte[] key,
      byte[] value,
      Reason kind,
      String error,
      String stage,
      Map<String, String> origin) {
    counter(stage, kind).increment();
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
