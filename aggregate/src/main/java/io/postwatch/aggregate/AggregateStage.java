// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Prerequisites;
import io.postwatch.runtime.Stage;
import io.postwatch.runtime.StageException;
import io.postwatch.runtime.Standstill;
import io.postwatch.runtime.StreamsStage;
import io.postwatch.topics.Topics;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The aggregate stage: {@code postwatch.incidents.v1} in, {@code postwatch.incident-counts.v1} out.
 */
public final class AggregateStage implements Stage {
  private final StreamsStage streams;
  private final WindowClosing closing;

  private AggregateStage(StreamsStage streams, WindowClosing closing) {
    this.streams = streams;
    this.closing = closing;
  }

  /**
   * Creates the stage's topics where they are missing and starts counting.
   *
   * @throws StageException when Kafka cannot be reached, or {@link Prerequisites} are not met
   */
  public static AggregateStage start(AggregateConfig config) throws InterruptedException {
    KafkaSettings kafka = config.kafka();
    Prerequisites.meet(
        kafka,
        List.of(
            Topics.INCIDENTS,
            Topics.INCIDENT_COUNTS,
            Topics.WATCH_LIST_COUNTS,
            Topics.LATE,
            Topics.DEAD_LETTERS));
    WindowClosing closing = new WindowClosing();
    AggregateSerdes serdes =
        new AggregateSerdes(kafka.valueSerde(), kafka.keySerde(), kafka.valueSerde());
    return new AggregateStage(
        StreamsStage.start(
            config.applicationId(),
            AggregateTopology.build(config.rules(), serdes, closing),
            Topics.INCIDENTS,
            kafka),
        closing);
  }

  /** Counts all input, then closes every window: for input that is known to be complete. */
  @Override
  public void drain() throws InterruptedException {
    streams.drain();
    CompletableFuture<Void> closed = closing.closeAll();
    new Standstill()
        .await(
            CompletableFuture.anyOf(closed, ended()),
            closing::owing,
            () -> "aggregate has yet to close the windows of " + closing.owing() + " tasks");
    if (!closed.isDone()) {
      throw new StageException("aggregate ended before its windows were closed");
    }
  }

  @Override
  public CompletableFuture<Void> ended() {
    return streams.ended();
  }

  @Override
  public boolean isWorking() {
    return streams.isWorking();
  }

  @Override
  public void close() {
    streams.close();
  }
}
