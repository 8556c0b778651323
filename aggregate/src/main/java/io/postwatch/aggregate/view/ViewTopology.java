// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Spike;
import io.postwatch.topics.Topics;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** From posts, incidents and spikes to what is shown of them: the part that publishes nothing. */
public final class ViewTopology {
  private static final String ENRICHED_POSTS = "enriched-posts";
  private static final String POSTS = "post-view";
  private static final String INCIDENTS = "incident-view";
  private static final String SPIKES = "spike-log";

  private ViewTopology() {}

  /**
   * Adds it to a topology.
   *
   * @param incidents the node that hands on incidents, keyed by topic
   * @param spikes the node that hands on spikes; empty where none are told
   */
  public static void addTo(
      Topology topology, String incidents, Optional<String> spikes, View view, ViewStores stores) {
    ViewRules rules = view.rules();
    ViewSerdes serdes = view.serdes();
    KnownIncidentCodec incidentCodec = new KnownIncidentCodec(serdes.incident());
    KnownPostCodec postCodec = new KnownPostCodec(serdes.post());
    topology.addProcessor(
        INCIDENTS,
        new Part<String, Incident>(
            () -> new IncidentView(rules, incidentCodec, view.incidents()),
            stores.incidents(rules.remember())),
        incidents);
    spikes.ifPresent(
        node ->
            topology.addProcessor(
                SPIKES,
                new Part<String, Spike>(
                    () -> new SpikeLog(serdes.spike().serializer()), stores.spikes()),
                node));
    topology
        .addSource(
            ENRICHED_POSTS,
            Serdes.String().deserializer(),
            serdes.post().deserializer(),
            Topics.ENRICHED_POSTS.name())
        .addProcessor(
            POSTS,
            new Part<String, EnrichedPost>(
                () -> new PostView(rules, postCodec, view.posts()), stores.posts(rules.remember())),
            ENRICHED_POSTS);
  }

  private record Part<K, V>(
      Supplier<Processor<K, V, Void, Void>> processor, Set<StoreBuilder<?>> stores)
      implements ProcessorSupplier<K, V, Void, Void> {
    @Override
    public Processor<K, V, Void, Void> get() {
      return processor.get();
    }
  }
}
