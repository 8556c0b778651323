// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.WatchListCountKey;
import io.postwatch.topics.Topics;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/** Reads {@code postwatch.incident-counts.v1}, or the counts of one watch list. */
final class CountsReader implements AutoCloseable {
  private final Predicate<SpecificRecord> isWanted;
  private final TopicReader<SpecificRecord, IncidentCount> reader;

  /**
   * Opens the topic at its beginning.
   *
   * @param watchList whose counts to read; empty: those of all posts
   * @throws io.postwatch.runtime.StageException when it cannot be reached, or is not there
   */
  CountsReader(KafkaSettings kafka, Optional<String> watchList) throws InterruptedException {
    isWanted =
        key ->
            watchList.isEmpty() || watchList.get().equals(((WatchListCountKey) key).getWatchList());
    reader =
        new TopicReader<>(
            kafka,
            watchList.isPresent() ? Topics.WATCH_LIST_COUNTS : Topics.INCIDENT_COUNTS,
            kafka.<SpecificRecord>keySerde().deserializer(),
            kafka.<IncidentCount>valueSerde().deserializer());
  }

  /** Hands over every update that was there when this reader was made, in order a partition. */
  void readToEnd(BiConsumer<IncidentCountKey, IncidentCount> sink) {
    reader.readToEnd(wanted(sink));
  }

  /** Hands over updates as they come, until told to stop. */
  void follow(BiConsumer<IncidentCountKey, IncidentCount> sink, BooleanSupplier stopped) {
    reader.follow(wanted(sink), stopped);
  }

  private BiConsumer<SpecificRecord, IncidentCount> wanted(
      BiConsumer<IncidentCountKey, IncidentCount> sink) {
    return (key, count) -> {
      if (isWanted.test(key)) {
        sink.accept(key(key), count);
      }
    };
  }

  /** What is counted, whoever watches it. */
  private static IncidentCountKey key(SpecificRecord key) {
    return key instanceof WatchListCountKey ofList
        ? new IncidentCountKey(
            ofList.getClock(),
            ofList.getTopic(),
            ofList.getPlace(),
            ofList.getWindowStart(),
            ofList.getWindowSize())
        : (IncidentCountKey) key;
  }

  @Override
  public void close() {
    reader.close();
  }
}
