// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.topics.Topics;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** Reads {@code postwatch.incident-counts.v1}. */
final class CountsReader implements AutoCloseable {
  private final TopicReader<IncidentCountKey, IncidentCount> reader;

  /**
   * Opens the topic at its beginning.
   *
   * @throws io.postwatch.runtime.StageException when it cannot be reached, or is not there
   */
  CountsReader(KafkaSettings kafka) throws InterruptedException {
    reader =
        new TopicReader<>(
            kafka,
            Topics.INCIDENT_COUNTS,
            kafka.<IncidentCountKey>keySerde().deserializer(),
            kafka.<IncidentCount>valueSerde().deserializer());
  }

  /** Hands over every update that was there when this reader was made, in order a partition. */
  void readToEnd(BiConsumer<IncidentCountKey, IncidentCount> sink) {
    reader.readToEnd(sink);
  }

  /** Hands over updates as they come, until told to stop. */
  void follow(BiConsumer<IncidentCountKey, IncidentCount> sink, BooleanSupplier stopped) {
    reader.follow(sink, stopped);
  }

  @Override
  public void close() {
    reader.close();
  }
}
