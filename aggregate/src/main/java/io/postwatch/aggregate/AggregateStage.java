// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.alerts.AlertRoutes;
import io.postwatch.aggregate.alerts.Alerts;
import io.postwatch.aggregate.api.Dashboard;
import io.postwatch.aggregate.api.QueryApi;
import io.postwatch.aggregate.feed.LiveFeed;
import io.postwatch.aggregate.query.Shown;
import io.postwatch.aggregate.state.StreamsState;
import io.postwatch.aggregate.view.View;
import io.postwatch.aggregate.view.ViewSerdes;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Prerequisites;
import io.postwatch.runtime.Stage;
import io.postwatch.runtime.StageException;
import io.postwatch.runtime.Standstill;
import io.postwatch.runtime.StreamsStage;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.runtime.health.Operations;
import io.postwatch.runtime.http.HttpPart;
import io.postwatch.runtime.http.HttpServer;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;

/**
 * The aggregate stage: {@code postwatch.incidents.v1} in, {@code postwatch.incident-counts.v1} and
 * {@code postwatch.spikes.v1} out.
 */
public final class AggregateStage implements Stage {
  private final StreamsStage streams;
  private final WindowClosing closing;
  private final Optional<HttpServer> server;
  private final QueryApi api;
  private final LiveFeed feed;
  private final Alerts alerts;
  private final Optional<Operations> operations;
  private final Optional<View> view;

  private AggregateStage(
      StreamsStage streams,
      WindowClosing closing,
      Optional<HttpServer> server,
      QueryApi api,
      LiveFeed feed,
      Alerts alerts,
      Optional<Operations> operations,
      Optional<View> view) {
    this.streams = streams;
    this.closing = closing;
    this.server = server;
    this.api = api;
    this.feed = feed;
    this.alerts = alerts;
    this.operations = operations;
    this.view = view;
  }

  /**
   * Creates the stage's topics where they are missing and starts counting.
   *
   * @throws StageException when Kafka cannot be reached, or {@link Prerequisites} are not met
   */
  public static AggregateStage start(AggregateConfig config) throws InterruptedException {
    return start(config, config.http().map(any -> Operations.of(config.kafka())));
  }

  /**
   * The same as a part of a process that others keep an eye on.
   *
   * @param operations is told of the stage, answers with it, and is closed with it
   */
  public static AggregateStage start(AggregateConfig config, Optional<Operations> operations)
      throws InterruptedException {
    try {
      return started(config, operations);
    } catch (RuntimeException | InterruptedException e) {
      operations.ifPresent(Operations::close);
      throw e;
    }
  }

  private static AggregateStage started(AggregateConfig config, Optional<Operations> operations)
      throws InterruptedException {
    KafkaSettings kafka = config.kafka();
    Prerequisites.meet(kafka, topics(config));
    Map<String, Integer> partitions = partitions(config);
    WindowClosing closing = new WindowClosing();
    Optional<View> view = config.view().map(rules -> View.open(rules, shown(kafka)));
    QueryApi api = new QueryApi(config, view.map(open -> new Shown(open, InstantSource.system())));
    LiveFeed feed = new LiveFeed();
    Alerts alerts = Alerts.of(config.alerts());
    // Before the stores, since other instances must be told where to ask.
    Optional<HttpServer> server =
        config
            .http()
            .map(
                http ->
                    HttpServer.start(
                        http,
                        parts(operations, api, feed, new AlertRoutes(alerts), new Dashboard())));
    try {
      KafkaSettings reached =
          server
              .map(one -> kafka.withStreams("application.server", one.advertised().toString()))
              .orElse(kafka);
      Topology topology = topology(config, closing, view);
      StreamsStage streams =
          StreamsStage.start(config.applicationId(), topology, Topics.INCIDENTS, reached);
      StreamsState state = new StreamsState(streams.streams(), topology, partitions);
      server.ifPresent(one -> api.answerFrom(streams.streams(), state, one.advertised()));
      server.ifPresent(one -> feed.start(kafka, serdes(kafka)));
      config.alerts().file().ifPresent(any -> alerts.start(kafka, api.watchListPosts()));
      AggregateStage stage =
          new AggregateStage(streams, closing, server, api, feed, alerts, operations, view);
      operations.ifPresent(some -> some.health().add("aggregate", stage));
      return stage;
    } catch (RuntimeException e) {
      api.close();
      server.ifPresent(HttpServer::close);
      view.ifPresent(View::close);
      throw e;
    }
  }

  private static List<HttpPart> parts(Optional<Operations> operations, HttpPart... others) {
    return Stream.concat(operations.stream(), Stream.of(others)).toList();
  }

  private static Map<String, Integer> partitions(AggregateConfig config)
      throws InterruptedException {
    List<Topic> read = new ArrayList<>(List.of(Topics.INCIDENTS));
    config.view().ifPresent(view -> read.add(Topics.ENRICHED_POSTS));
    try (TopicAdmin admin = new TopicAdmin(config.kafka())) {
      return admin.partitions(read);
    }
  }

  private static List<Topic> topics(AggregateConfig config) {
    List<Topic> topics =
        new ArrayList<>(
            List.of(
                Topics.INCIDENTS,
                Topics.INCIDENT_COUNTS,
                Topics.WATCH_LIST_COUNTS,
                Topics.SPIKES,
                Topics.LATE,
                Topics.DEAD_LETTERS,
                Topics.ALERT_DELIVERIES));
    config.view().ifPresent(view -> topics.add(Topics.ENRICHED_POSTS));
    return topics;
  }

  private static Topology topology(
      AggregateConfig config, WindowClosing closing, Optional<View> view) {
    return AggregateTopology.build(
        config.rules(), config.spikes(), serdes(config.kafka()), closing, view);
  }

  private static ViewSerdes shown(KafkaSettings kafka) {
    return new ViewSerdes(kafka.valueSerde(), kafka.valueSerde(), kafka.valueSerde());
  }

  private static AggregateSerdes serdes(KafkaSettings kafka) {
    return new AggregateSerdes(
        kafka.valueSerde(), kafka.keySerde(), kafka.valueSerde(), kafka.valueSerde());
  }

  /** Where people and programs ask for what was counted; empty where nothing is answered. */
  public Optional<URI> address() {
    return server.map(HttpServer::uri);
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
  public String state() {
    return streams.state();
  }

  @Override
  public boolean isWorking() {
    return streams.isWorking();
  }

  @Override
  public void close() {
    alerts.close();
    feed.close();
    api.close();
    server.ifPresent(HttpServer::close);
    streams.close();
    view.ifPresent(View::close);
    operations.ifPresent(Operations::close);
  }
}
