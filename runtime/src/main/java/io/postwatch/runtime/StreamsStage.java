// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import io.postwatch.runtime.metrics.ClientMetrics;
import io.postwatch.runtime.metrics.Metric;
import io.postwatch.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stage that is one Kafka Streams application reading one topic. */
public final class StreamsStage implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsStage.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

  /** A broker or registry that is away is waited for; a fault of our own soon comes round again. */
  private static final int MAX_FAULTS = 5;

  /** Faults further apart than this are not counted together. */
  private static final Duration FAULT_MEMORY = Duration.ofMinutes(5);

  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

  private final String name;
  private final KafkaStreams streams;
  private final InputProgress progress;
  private final Restoration restoration;
  private final boolean isStaticMember;
  private final ClientMetrics metrics;
  private final Metric.Shown left;
  private final CompletableFuture<Void> running = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Deque<Instant> faults = new ConcurrentLinkedDeque<>();

  private StreamsStage(
      String name,
      KafkaStreams streams,
      InputProgress progress,
      Restoration restoration,
      boolean isStaticMember) {
    this.name = name;
    this.streams = streams;
    this.progress = progress;
    this.restoration = restoration;
    this.isStaticMember = isStaticMember;
    this.metrics = ClientMetrics.of(streams);
    this.left = Metric.RESTORATION_LEFT.gauge(restoration::left, "stage", name);
  }

  /**
   * Starts the application.
   *
   * <p>A process killed while RocksDB makes a database or Kafka Streams deletes one leaves files
   * that cannot be opened. Kafka Streams takes a store that was not closed for one to be built
   * anew, but (4.3.1, {@code StateDirectory.initializeStartupStores}) one that does not open for a
   * fault without remedy, which would meet every start after it. All state is in topics, so we take
   * it from there.
   *
   * @param name the stage's name, which is also its application id and consumer group
   * @param input the topic it reads
   */
  public static StreamsStage start(
      String name, Topology topology, Topic input, KafkaSettings settings) {
    try {
      return started(name, topology, input, settings, false);
    } catch (ProcessorStateException unreadable) {
      LOG.warn(
          "{}: {}, as a killed process may leave it: local state is built anew from the topics",
          name,
          Causes.rootMessage(unreadable));
      return started(name, topology, input, settings, true);
    }
  }

  private static StreamsStage started(
      String name, Topology topology, Topic input, KafkaSettings settings, boolean isAnew) {
    Properties properties = settings.streamsProperties(name);
    KafkaStreams streams = new KafkaStreams(topology, properties);
    Restoration restoration = new Restoration();
    streams.setGlobalStateRestoreListener(restoration);
    StreamsStage stage =
        new StreamsStage(
            name,
            streams,
            new InputProgress(name, input, settings),
            restoration,
            properties.containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
    streams.setUncaughtExceptionHandler(stage::onFault);
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            stage.running.complete(null);
          }
          if (now == KafkaStreams.State.ERROR) {
            stage.ended.completeExceptionally(new StageException(name + " failed; see the log"));
          }
        });
    try {
      if (isAnew) {
        streams.cleanUp();
      }
      streams.start();
    } catch (RuntimeException e) {
      stage.left.close();
      stage.metrics.close();
      streams.close();
      throw e;
    }
    return stage;
  }

  private StreamThreadExceptionResponse onFault(Throwable fault) {
    boolean mayPass = isTransient(fault);
    LOG.warn(
        "{} stopped on {}{}", name, Causes.rootMessage(fault), mayPass ? "; trying again" : "");
    LOG.debug("{} stopped", name, fault);
    if (isRefusal(fault) || !mayPass && tooMany(Instant.now())) {
      ended.completeExceptionally(
          new StageException(name + " failed: " + Causes.rootMessage(fault), fault));
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAULT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** Rights that are missing do not come by trying again. */
  private static boolean isRefusal(Throwable fault) {
    return Causes.include(fault, AuthorizationException.class, AuthenticationException.class);
  }

  private boolean tooMany(Instant now) {
    faults.addLast(now);
    faults.removeIf(fault -> fault.isBefore(now.minus(FAULT_MEMORY)));
    return faults.size() >= MAX_FAULTS;
  }

  private static boolean isTransient(Throwable fault) {
    return Causes.include(fault, RetriableException.class);
  }

  /** Waits, too, until its tasks are at work: an input that was used up before gives none else. */
  @Override
  public void drain() throws InterruptedException {
    new Standstill()
        .await(
            CompletableFuture.anyOf(running, ended),
            restoration::left,
            () -> name + " is not at work yet: it has " + restoration + " left to restore");
    progress.awaitEnd(ended);
  }

  /** The application, to ask its stores. */
  public KafkaStreams streams() {
    return streams;
  }

  @Override
  public CompletableFuture<Void> ended() {
    return ended;
  }

  @Override
  public boolean isWorking() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public String state() {
    return streams.state().name();
  }

  @Override
  public void close() {
    left.close();
    metrics.close();
    // A member that stays in its group keeps its partitions from a successor until its session
    // ends;
    // one with a fixed name is replaced at once.
    CloseOptions options =
        CloseOptions.timeout(CLOSE_TIMEOUT)
            .withGroupMembershipOperation(
                isStaticMember
                    ? GroupMembershipOperation.REMAIN_IN_GROUP
                    : GroupMembershipOperation.LEAVE_GROUP);
    if (!streams.close(options)) {
      LOG.warn("{} did not stop within {} s", name, CLOSE_TIMEOUT.toSeconds());
    }
    ended.complete(null);
  }
}
