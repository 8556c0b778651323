// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.AggregateStage;
import io.postwatch.enrich.EnrichConfig;
import io.postwatch.enrich.EnrichStage;
import io.postwatch.ingest.IngestConfig;
import io.postwatch.ingest.IngestObserver;
import io.postwatch.ingest.IngestStage;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.Stage;
import io.postwatch.runtime.health.Operations;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The three stages in one process, in the order of the data flow. */
public final class Pipeline implements Stage {
  private final List<Stage> stages = new ArrayList<>();
  private Optional<URI> address = Optional.empty();

  private Pipeline() {}

  /**
   * What stages that share one process, and are the only ones on their cluster, are set to.
   *
   * <p>A fixed member id lets a restarted process take its predecessor's place at once; otherwise
   * the group waits 45 s for a member that was killed.
   */
  public static Map<String, String> settings() {
    return Map.of("streams.group.instance.id", "standalone", "ingest.instance", "standalone");
  }

  /**
   * Starts the stages.
   *
   * @param once true: read the input once; false: watch it for more
   */
  public static Pipeline start(Settings settings, boolean once, IngestObserver observer)
      throws InterruptedException {
    IngestConfig ingest = IngestConfig.from(settings, once);
    EnrichConfig enrich = EnrichConfig.from(settings);
    AggregateConfig aggregate = AggregateConfig.from(settings);
    if (once) {
      // It ends before anybody could look.
      aggregate = aggregate.withoutHttp();
    }
    // Before the stages, so that it counts all that they do.
    KafkaSettings kafka = aggregate.kafka();
    Optional<Operations> operations = aggregate.http().map(any -> Operations.of(kafka));
    Pipeline pipeline = new Pipeline();
    try {
      pipeline.add("ingest", IngestStage.start(ingest, observer), operations);
      pipeline.add("enrich", EnrichStage.start(enrich), operations);
      AggregateStage counting = AggregateStage.start(aggregate, operations);
      pipeline.stages.add(counting);
      pipeline.address = counting.address();
      return pipeline;
    } catch (RuntimeException | InterruptedException e) {
      pipeline.close();
      operations.ifPresent(Operations::close);
      throw e;
    }
  }

  private void add(String name, Stage stage, Optional<Operations> operations) {
    stages.add(stage);
    operations.ifPresent(some -> some.health().add(name, stage));
  }

  /** Where the dashboard is; empty where none is asked for. */
  public Optional<URI> address() {
    return address;
  }

  @Override
  public void drain() throws InterruptedException {
    for (Stage stage : stages) {
      stage.drain();
    }
  }

  /** Ends as soon as one stage fails; finite input ends ingest alone, and that is no end. */
  @Override
  public CompletableFuture<Void> ended() {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    for (Stage stage : stages) {
      stage
          .ended()
          .whenComplete(
              (done, failure) -> {
                if (failure != null) {
                  ended.completeExceptionally(failure);
                }
              });
    }
    return ended;
  }

  /** Stops the stages, from the source down. */
  @Override
  public void close() {
    stages.forEach(Stage::close);
  }
}
