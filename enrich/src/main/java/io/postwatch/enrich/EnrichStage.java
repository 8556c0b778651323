// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.enrich.topics.LiveTopics;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Prerequisites;
import io.postwatch.runtime.Stage;
import io.postwatch.runtime.StreamsStage;
import io.postwatch.topics.Topics;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The enrich stage: {@code postwatch.posts.v1} in, {@code postwatch.posts.enriched.v1} and {@code
 * postwatch.incidents.v1} out.
 */
public final class EnrichStage {
  private static final String APPLICATION_ID = "postwatch-enrich";

  private EnrichStage() {}

  /**
   * Creates the stage's topics where they are missing and starts reading; a user's file of topics
   * is watched until the stage is closed.
   *
   * @throws io.postwatch.runtime.StageException when Kafka cannot be reached, or {@link
   *     Prerequisites} are not met
   */
  public static Stage start(EnrichConfig config) throws InterruptedException {
    KafkaSettings kafka = config.kafka();
    Prerequisites.meet(
        kafka, List.of(Topics.POSTS, Topics.ENRICHED_POSTS, Topics.INCIDENTS, Topics.DEAD_LETTERS));
    Annotator annotator =
        config.topics().map(Annotator::withTopics).orElseGet(Annotator::withDefaults);
    Stage stage =
        StreamsStage.start(
            APPLICATION_ID,
            EnrichTopology.build(
                annotator,
                new IncidentCoder(),
                config.remember(),
                new EnrichSerdes(kafka.valueSerde(), kafka.valueSerde(), kafka.valueSerde())),
            Topics.POSTS,
            kafka);
    config.topics().ifPresent(LiveTopics::watch);
    return new Watching(stage, config.topics());
  }

  /** The stage with what watches its topics, which ends with it. */
  private record Watching(Stage stage, Optional<LiveTopics> topics) implements Stage {
    @Override
    public void drain() throws InterruptedException {
      stage.drain();
    }

    @Override
    public CompletableFuture<Void> ended() {
      return stage.ended();
    }

    @Override
    public boolean isWorking() {
      return stage.isWorking();
    }

    @Override
    public String state() {
      return stage.state();
    }

    @Override
    public void close() {
      topics.ifPresent(LiveTopics::close);
      stage.close();
    }
  }
}
