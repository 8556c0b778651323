// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.topics;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A published topic: its name, what its records hold and how the broker keeps them.
 *
 * @param name the topic's name, ending in the major version of its contract
 * @param keySchema schema of the Avro key; empty where the key is a plain UTF-8 string
 * @param valueSchema schema of the Avro value; empty where values are bytes as they came
 * @param partitions default number of partitions
 * @param cleanup what the broker does with old records
 * @param retention how long records are kept at least, by their Kafka timestamp; empty: for ever
 */
public record Topic(
    String name,
    Optional<Schema> keySchema,
    Optional<Schema> valueSchema,
    int partitions,
    Cleanup cleanup,
    Optional<Duration> retention) {

  /** The broker's {@code cleanup.policy}. */
  public enum Cleanup {
    DELETE("delete"),
    COMPACT("compact"),
    COMPACT_DELETE("compact,delete");

    private final String policy;

    Cleanup(String policy) {
      this.policy = policy;
    }
  }

  /** Registry subject of the key, by the topic name strategy. */
  public String keySubject() {
    return name + "-key";
  }

  /** Registry subject of the value, by the topic name strategy. */
  public String valueSubject() {
    return name + "-value";
  }

  /** The topic's settings in the broker's own names. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("cleanup.policy", cleanup.policy);
    settings.put("retention.ms", Long.toString(retention.map(Duration::toMillis).orElse(-1L)));
    return settings;
  }
}
