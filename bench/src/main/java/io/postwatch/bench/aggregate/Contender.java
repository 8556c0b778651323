// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.AggregateStage;
import io.postwatch.aggregate.CountingRules;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Stage;
import io.postwatch.runtime.StreamsStage;
import io.postwatch.schema.Incident;
import io.postwatch.topics.Topics;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.Topology;

/**
 * An application that counts the incidents on a broker.
 *
 * @param name as it is printed
 * @param start starts it on a broker that has been reset
 */
record Contender(String name, Start start) {
  private static final String BARE = "bare-counts";

  interface Start {
    Stage on(BenchBroker broker) throws Exception;
  }

  /** The aggregate stage as it is deployed, with these settings beside the defaults. */
  static Contender ours(String name, Map<String, String> given) {
    return new Contender(
        name, broker -> AggregateStage.start(AggregateConfig.from(broker.settings(given))));
  }

  /** The DSL's counts of what the aggregate stage counts by default. */
  static Contender bareByPlaces() {
    return new Contender(
        "bare: the same counts by place, clock and size",
        broker -> {
          CountingRules rules = AggregateConfig.rules(broker.settings(Map.of()));
          return bare(broker, incidents -> BareCounts.byPlaces(rules, incidents));
        });
  }

  /** The plainest windowed count there is. */
  static Contender bareByTopicAndMinute() {
    return new Contender(
        "bare: by topic and minute", broker -> bare(broker, BareCounts::byTopicAndMinute));
  }

  private static Stage bare(BenchBroker broker, Function<Serde<Incident>, Topology> topology)
      throws InterruptedException {
    broker.create(BareCounts.OUTPUT);
    KafkaSettings kafka = KafkaSettings.from(broker.settings(Map.of()));
    return StreamsStage.start(BARE, topology.apply(kafka.valueSerde()), Topics.INCIDENTS, kafka);
  }

  /** How fast it counts; the broker is reset afterwards. */
  Pace pace(BenchBroker broker, int incidents) throws Exception {
    Pace pace = run(broker, incidents);
    broker.reset();
    return pace;
  }

  /** The same, but for the reset: what it has made is still there to be looked at. */
  Pace run(BenchBroker broker, int incidents) throws Exception {
    Pace pace;
    try (Stage stage = start.on(broker)) {
      pace = Pace.of(stage, broker, incidents);
    }
    requireNoDeadLetters(broker);
    return pace;
  }

  private static void requireNoDeadLetters(BenchBroker broker) throws Exception {
    String deadLetters = Topics.DEAD_LETTERS.name();
    if (broker.topics().contains(deadLetters)
        && broker.ends(Set.of(deadLetters)).values().stream().anyMatch(end -> end > 0)) {
      throw new IllegalStateException("incidents were refused: nothing has been measured");
    }
  }
}
