// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import io.postwatch.aggregate.CountingRules;
import io.postwatch.aggregate.counting.PlaceRollUp;
import io.postwatch.aggregate.windows.KnownTime;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.WindowedSerdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Windowed counts as Kafka Streams' DSL gives them: of sightings, with no look at whether a post,
 * author or text was counted before, and without evidence, figures, final counts or late records.
 */
final class BareCounts {
  static final Topic OUTPUT =
      new Topic(
          "bench.bare-counts",
          Optional.empty(),
          Optional.empty(),
          Topics.INCIDENTS.partitions(),
          Topic.Cleanup.DELETE,
          Optional.empty());

  /** Stands for the incident in the repartition topic: the whole record would cost more. */
  private static final String ONE = "";

  private BareCounts() {}

  /** Incidents by topic and minute, which needs no repartition. */
  static Topology byTopicAndMinute(Serde<Incident> incidents) {
    StreamsBuilder builder = new StreamsBuilder();
    KGroupedStream<String, Incident> topics =
        incidents(builder, incidents)
            .groupByKey(Grouped.with("by-topic", Serdes.String(), incidents));
    count(topics, "minutes", Duration.ofMinutes(1), Duration.ofSeconds(10));
    return builder.build();
  }

  /** Each incident at its places, in the windows of both clocks: the counts that the rules name. */
  static Topology byPlaces(CountingRules rules, Serde<Incident> incidents) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Incident> read = incidents(builder, incidents);
    for (Clock clock : Clock.values()) {
      KGroupedStream<String, String> places =
          read.process(() -> new Places(clock), Named.as("places-" + clock))
              .groupByKey(Grouped.with("by-place-" + clock, Serdes.String(), Serdes.String()));
      for (WindowRule rule : rules.windows(clock)) {
        count(
            places,
            clock + "-" + rule.size(),
            Duration.ofMillis(rule.size().millis()),
            rule.grace());
      }
    }
    return builder.build();
  }

  private static KStream<String, Incident> incidents(
      StreamsBuilder builder, Serde<Incident> incidents) {
    return builder.stream(
        Topics.INCIDENTS.name(), Consumed.with(Serdes.String(), incidents).withName("incidents"));
  }

  private static <V> void count(
      KGroupedStream<String, V> grouped, String name, Duration size, Duration grace) {
    grouped
        .windowedBy(TimeWindows.ofSizeAndGrace(size, grace))
        .count(
            Named.as("count-" + name),
            Materialized.<String, Long, WindowStore<Bytes, byte[]>>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.Long()))
        .toStream(Named.as("counts-" + name))
        .to(
            OUTPUT.name(),
            Produced.with(
                    WindowedSerdes.timeWindowedSerdeFrom(String.class, size.toMillis()),
                    Serdes.Long())
                .withName("published-" + name));
  }

  private static final class Places extends ContextualProcessor<String, Incident, String, String> {
    private final Clock clock;

    Places(Clock clock) {
      this.clock = clock;
    }

    @Override
    public void process(Record<String, Incident> record) {
      Incident incident = record.value();
      long time = KnownTime.of(clock, incident).orElseThrow().from();
      for (PlaceRollUp place : PlaceRollUp.of(Optional.ofNullable(incident.getPlace()))) {
        context()
            .forward(
                record
                    .withKey(incident.getTopic() + "|" + place.place())
                    .withValue(ONE)
                    .withTimestamp(time));
      }
    }
  }
}
