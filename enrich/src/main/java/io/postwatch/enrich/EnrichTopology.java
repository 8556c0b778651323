// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.schema.EnrichedPost;
import io.postwatch.topics.Topics;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;

/**
 * From posts to enriched posts to incidents. Posts are keyed by their identity, so that one task
 * sees all versions of a post; it remembers those that reported something.
 */
public final class EnrichTopology {
  private EnrichTopology() {}

  /**
   * Builds the topology on RocksDB.
   *
   * @param annotator what reads a post's text
   * @param coder what makes incidents of an enriched post
   * @param remember for how long edits and deletions of a post find what it reported
   */
  public static Topology build(
      Annotator annotator, IncidentCoder coder, Duration remember, EnrichSerdes serdes) {
    return build(annotator, coder, PostMemory.onDisk(remember), serdes);
  }

  /** The topology on another store of posts, whose windows are as long as it remembers. */
  static Topology build(
      Annotator annotator,
      IncidentCoder coder,
      WindowBytesStoreSupplier posts,
      EnrichSerdes serdes) {
    PostEnricher enricher = new PostEnricher(annotator);
    Duration remember = Duration.ofMillis(posts.windowSize());
    Serde<String> keys = Serdes.String();
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(PostMemory.builder(posts));

    KStream<String, EnrichedPost> enriched =
        builder.stream(Topics.POSTS.name(), Consumed.with(keys, serdes.post()).withName("posts"))
            .mapValues(enricher::enrich, Named.as("annotate"));

    enriched.to(
        Topics.ENRICHED_POSTS.name(),
        Produced.with(keys, serdes.enriched()).withName("enriched-posts"));

    enriched
        .process(
            () -> new VersionKeeper(coder, remember), Named.as("code-incidents"), PostMemory.STORE)
        .to(Topics.INCIDENTS.name(), Produced.with(keys, serdes.incident()).withName("incidents"));

    return builder.build();
  }
}
