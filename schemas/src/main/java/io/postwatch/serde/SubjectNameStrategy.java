// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import org.apache.avro.Schema;

/**
 * Under which subject a schema stands in the registry; needs a public constructor without
 * arguments.
 */
public interface SubjectNameStrategy {
  /**
   * The subject's name.
   *
   * @throws org.apache.kafka.common.errors.SerializationException where the schema has no name to
   *     go by
   */
  String subject(String topic, boolean isKey, Schema schema);
}
