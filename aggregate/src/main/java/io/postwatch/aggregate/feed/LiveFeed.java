// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.postwatch.aggregate.AggregateSerdes;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.http.HttpPart;
import io.postwatch.runtime.http.HttpProblem;
import io.postwatch.runtime.metrics.Metric;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The live feed of server-sent events: {@code GET /api/v1/feed}. */
public final class LiveFeed implements HttpPart, AutoCloseable {
  private static final String PATH = "/api/v1/feed";
  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final int QUEUE_BYTES = 1 << 20;
  private static final long STOP_SECONDS = 5;

  private final AtomicReference<Feed> feed = new AtomicReference<>();
  private FeedReader reader;
  private Thread thread;
  private Metric.Shown shown;

  /** Begins to read what is published, in a thread of its own. */
  public synchronized void start(KafkaSettings kafka, AggregateSerdes serdes) {
    reader = new FeedReader(kafka, new FeedContents(serdes), feed);
    thread = new Thread(reader, "live-feed");
    thread.setDaemon(true);
    thread.start();
    shown = Metric.FEED_READERS.gauge(this::readers);
  }

  /** Sends what another one hands over. */
  void follow(Feed other) {
    feed.set(other);
  }

  @Override
  public void addTo(JavalinConfig javalin) {
    javalin.routes.get(PATH, this::join);
  }

  /** How many listen. */
  public int readers() {
    Feed now = feed.get();
    return now == null ? 0 : now.readers();
  }

  private void join(Context http) {
    FeedFilter filter = FeedParameters.filter(http);
    Optional<FeedPosition> since =
        Optional.ofNullable(http.header(LAST_EVENT_ID)).map(LiveFeed::position);
    Feed now = feed.get();
    if (now == null) {
      throw new HttpProblem(503, "The feed is starting; ask again in a second.");
    }
    now.join(filter, since, whenGone -> open(http, whenGone));
  }

  private static FeedPosition position(String id) {
    try {
      return FeedPosition.of(id);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(
          400,
          "Last-Event-ID: expected the id of an event of this feed, as it was sent; connect"
              + " without it for what comes from now on.");
    }
  }

  private static FeedConnection open(Context http, Runnable whenGone) {
    http.contentType("text/event-stream; charset=utf-8");
    http.header("Cache-Control", "no-store");
    // A proxy that gathers answers would hold the events back.
    http.header("X-Accel-Buffering", "no");
    AsyncContext exchange = http.req().startAsync();
    exchange.setTimeout(0);
    CompletableFuture<Void> over = new CompletableFuture<>();
    // Javalin completes the exchange when the future is.
    http.future(() -> over);
    try {
      ServletOutputStream out = exchange.getResponse().getOutputStream();
      FeedConnection connection =
          new FeedConnection(
              out,
              QUEUE_BYTES,
              () -> {
                whenGone.run();
                over.complete(null);
              });
      out.setWriteListener(connection);
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all connections. */
  @Override
  public synchronized void close() {
    if (thread == null) {
      return;
    }
    shown.close();
    reader.stop();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Feed last = feed.get();
    if (last != null) {
      last.end();
    }
  }
}
