// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import io.postwatch.registry.OneLine;
import io.postwatch.registry.RegistryException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells a bad record from a registry that cannot be asked. */
final class Failures {
  private static final int LONGEST_REASON = 1000;

  private Failures() {}

  /** A bad record or value: trying again will not help. */
  static SerializationException bad(String place, String what, Throwable cause) {
    String reason = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    return new SerializationException(
        place + ": " + what + ": " + OneLine.of(reason, LONGEST_REASON), cause);
  }

  /**
   * A refusal that concerns the schema means a bad record. Any other, such as a wrong password,
   * says nothing about the record: it is thrown as a plain KafkaException.
   */
  static KafkaException of(String place, String what, RegistryException refusal) {
    if (refusal.concernsSchema()) {
      return bad(place, what, refusal);
    }
    return new KafkaException(
        "%s: %s: the registry refused: %s".formatted(place, what, refusal.getMessage()), refusal);
  }
}
