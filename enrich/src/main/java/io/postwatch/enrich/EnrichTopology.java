// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.topics.Topics;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** From posts to enriched posts to incidents; it keeps no state. */
public final class EnrichTopology {
  private EnrichTopology() {}

  /**
   * Builds the topology.
   *
   * @param annotator what reads a post's text
   * @param coder what makes incidents of an enriched post
   */
  public static Topology build(Annotator annotator, IncidentCoder coder, EnrichSerdes serdes) {
    PostEnricher enricher = new PostEnricher(annotator);
    Serde<String> keys = Serdes.String();
    StreamsBuilder builder = new StreamsBuilder();

    KStream<String, EnrichedPost> enriched =
        builder.stream(Topics.POSTS.name(), Consumed.with(keys, serdes.post()).withName("posts"))
            .mapValues(enricher::enrich, Named.as("annotate"));

    enriched.to(
        Topics.ENRICHED_POSTS.name(),
        Produced.with(keys, serdes.enriched()).withName("enriched-posts"));

    enriched
        .flatMap((key, post) -> byTopic(coder.incidents(post)), Named.as("code-incidents"))
        .to(Topics.INCIDENTS.name(), Produced.with(keys, serdes.incident()).withName("incidents"));

    return builder.build();
  }

  private static List<KeyValue<String, Incident>> byTopic(List<Incident> incidents) {
    return incidents.stream()
        .map(incident -> KeyValue.pair(incident.getTopic(), incident))
        .toList();
  }
}
