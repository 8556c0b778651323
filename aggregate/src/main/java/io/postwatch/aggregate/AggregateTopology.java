// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.aggregate.state.CountingStores;
import io.postwatch.aggregate.view.View;
import io.postwatch.aggregate.view.ViewStores;
import io.postwatch.aggregate.view.ViewTopology;
import io.postwatch.aggregate.watch.SpikeTopology;
import io.postwatch.schema.Incident;
import io.postwatch.topics.Topics;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From incidents to counts and spikes: incidents are keyed by topic, so that one task counts a
 * topic. Each is checked before anything is made of it, so that a bad one is one dead letter and no
 * half count.
 */
public final class AggregateTopology {
  static final String INCIDENTS = "incidents";
  static final String CHECK = "incident-check";
  static final String COUNTER = "incident-counter";
  static final String COUNTS = "incident-counts";
  static final String WATCH_LIST_COUNTS = "watch-list-counts";
  static final String LATE = "late-incidents";

  private AggregateTopology() {}

  /** The topology on RocksDB stores. */
  public static Topology build(
      CountingRules rules,
      Optional<SpikeRules> spikes,
      AggregateSerdes serdes,
      WindowClosing closing,
      Optional<View> view) {
    Function<String, KeyValueBytesStoreSupplier> stores = Stores::persistentKeyValueStore;
    Topology topology = build(rules, spikes, serdes, closing, stores);
    view.ifPresent(shown -> show(topology, spikes, shown, ViewStores.onDisk(stores)));
    return topology;
  }

  /** Adds to a topology what remembers posts, incidents and spikes to be shown. */
  static void show(Topology topology, Optional<SpikeRules> spikes, View view, ViewStores stores) {
    Optional<String> watcher = spikes.map(rules -> SpikeTopology.WATCHER);
    ViewTopology.addTo(topology, CHECK, watcher, view, stores);
  }

  /** What counts and watches, on other stores: {@code stores} gives each by its name. */
  public static Topology build(
      CountingRules rules,
      Optional<SpikeRules> spikes,
      AggregateSerdes serdes,
      WindowClosing closing,
      Function<String, KeyValueBytesStoreSupplier> stores) {
    Topology topology = counting(rules, serdes, closing, stores);
    spikes.ifPresent(
        spikeRules ->
            SpikeTopology.addTo(
                topology, CHECK, spikeRules, rules.idleAfter(), serdes.spike(), stores));
    return topology;
  }

  private static Topology counting(
      CountingRules rules,
      AggregateSerdes serdes,
      WindowClosing closing,
      Function<String, KeyValueBytesStoreSupplier> stores) {
    return new Topology()
        .addSource(
            INCIDENTS,
            Serdes.String().deserializer(),
            serdes.incident().deserializer(),
            Topics.INCIDENTS.name())
        .addProcessor(CHECK, () -> new IncidentCheck(rules.maxFutureSkew()), INCIDENTS)
        .addProcessor(
            COUNTER, new CounterSupplier(rules, closing, CountingStores.builders(stores)), CHECK)
        .addSink(
            COUNTS,
            Topics.INCIDENT_COUNTS.name(),
            serdes.countKey().serializer(),
            serdes.count().serializer(),
            COUNTER)
        .addSink(
            WATCH_LIST_COUNTS,
            Topics.WATCH_LIST_COUNTS.name(),
            serdes.countKey().serializer(),
            serdes.count().serializer(),
            COUNTER)
        .addSink(
            LATE,
            Topics.LATE.name(),
            Serdes.String().serializer(),
            serdes.incident().serializer(),
            COUNTER);
  }

  private record CounterSupplier(
      CountingRules rules, WindowClosing closing, Set<StoreBuilder<?>> stores)
      implements ProcessorSupplier<String, Incident, Object, SpecificRecord> {

    @Override
    public Processor<String, Incident, Object, SpecificRecord> get() {
      return new IncidentCounter(rules, closing);
    }
  }
}
