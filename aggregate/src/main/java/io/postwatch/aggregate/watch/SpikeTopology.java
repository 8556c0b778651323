// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Spike;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** From incidents to spikes: the part of the topology that watches. */
public final class SpikeTopology {
  /** The node that hands on spikes. */
  public static final String WATCHER = "spike-watcher";

  private static final String SPIKES = "spikes";

  private SpikeTopology() {}

  /**
   * Adds it below the node {@code parent}, which hands on incidents, keyed by topic.
   *
   * @param idleAfter how long input must be silent until the wall clock ends intervals; empty:
   *     never
   * @param stores gives each store by its name
   */
  public static void addTo(
      Topology topology,
      String parent,
      SpikeRules rules,
      Optional<Duration> idleAfter,
      Serde<Spike> spike,
      Function<String, KeyValueBytesStoreSupplier> stores) {
    topology
        .addProcessor(
            WATCHER, new WatcherSupplier(rules, idleAfter, SpikeStores.builders(stores)), parent)
        .addSink(
            SPIKES,
            Topics.SPIKES.name(),
            Serdes.String().serializer(),
            spike.serializer(),
            WATCHER);
  }

  private record WatcherSupplier(
      SpikeRules rules, Optional<Duration> idleAfter, Set<StoreBuilder<?>> stores)
      implements ProcessorSupplier<String, Incident, String, Spike> {

    @Override
    public Processor<String, Incident, String, Spike> get() {
      return new SpikeWatcher(rules, idleAfter);
    }
  }
}
