// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.enrich.PostMemory.Memory;
import io.postwatch.enrich.versions.PostVersions;
import io.postwatch.enrich.versions.PostVersions.Outcome;
import io.postwatch.runtime.metrics.Metric;
import io.postwatch.runtime.metrics.PerPlatform;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Codes posts, and takes back what a post reported before and, edited or deleted, does no more. */
final class VersionKeeper extends ContextualProcessor<String, EnrichedPost, String, Incident> {
  private final IncidentCoder coder;
  private final Duration remember;
  private final PerPlatform posts = new PerPlatform(Metric.POSTS);
  private PostMemory memory;

  VersionKeeper(IncidentCoder coder, Duration remember) {
    this.coder = coder;
    this.remember = remember;
  }

  @Override
  public void init(ProcessorContext<String, Incident> context) {
    super.init(context);
    memory = new PostMemory(context.getStateStore(PostMemory.STORE), remember);
  }

  @Override
  public void process(Record<String, EnrichedPost> record) {
    EnrichedPost enriched = record.value();
    posts.count(enriched.getPost().getPlatform());
    String postKey = enriched.getPost().getPostKey();
    // A record from the future would make the store forget all that is older.
    long now = Math.min(record.timestamp(), context().currentSystemTimeMs());
    Optional<Memory> before = memory.of(postKey, now);
    Outcome outcome =
        PostVersions.of(enriched.getPost(), coder.incidents(enriched), before.map(Memory::post));
    outcome.known().ifPresent(known -> memory.keep(postKey, before, known, now));
    outcome.incidents().forEach(i -> context().forward(record.withKey(i.getTopic()).withValue(i)));
  }
}
