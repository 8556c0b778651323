// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Prerequisites;
import io.postwatch.runtime.Stage;
import io.postwatch.runtime.StreamsStage;
import io.postwatch.topics.Topics;
import java.util.List;

/**
 * The enrich stage: {@code postwatch.posts.v1} in, {@code postwatch.posts.enriched.v1} and {@code
 * postwatch.incidents.v1} out.
 */
public final class EnrichStage {
  private static final String APPLICATION_ID = "postwatch-enrich";

  private EnrichStage() {}

  /**
   * Creates the stage's topics where they are missing and starts reading.
   *
   * @throws io.postwatch.runtime.StageException when Kafka cannot be reached, or {@link
   *     Prerequisites} are not met
   */
  public static Stage start(KafkaSettings kafka) throws InterruptedException {
    Prerequisites.meet(
        kafka, List.of(Topics.POSTS, Topics.ENRICHED_POSTS, Topics.INCIDENTS, Topics.DEAD_LETTERS));
    return StreamsStage.start(
        APPLICATION_ID,
        EnrichTopology.build(
            Annotator.withDefaults(),
            new IncidentCoder(),
            new EnrichSerdes(kafka.valueSerde(), kafka.valueSerde(), kafka.valueSerde())),
        Topics.POSTS,
        kafka);
  }
}
