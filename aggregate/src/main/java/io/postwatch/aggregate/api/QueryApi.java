// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.alerts.WatchListPosts;
import io.postwatch.aggregate.query.PlaceNames;
import io.postwatch.aggregate.query.RefusedException;
import io.postwatch.aggregate.query.Shown;
import io.postwatch.aggregate.query.ShownPlaces;
import io.postwatch.aggregate.state.StreamsState;
import io.postwatch.runtime.http.HostPort;
import io.postwatch.runtime.http.HttpConfig;
import io.postwatch.runtime.http.HttpPart;
import io.postwatch.runtime.http.HttpProblem;
import io.postwatch.runtime.http.Tls;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** What can be asked of the counts, below {@code /api/v1}. */
public final class QueryApi implements HttpPart, AutoCloseable {
  /** Where all of it is. */
  static final String BASE = "/api/v1";

  /**
   * Few: reading stores is work for processors, of which the tasks need most. More than processors,
   * since a read waits while its task flushes what it wrote, and others should not wait behind it.
   */
  private static final int THREADS = 4;

  private static final int MOST_WAITING = 500;
  private static final int MOST_IN_PROGRESS = 400;
  private static final String TOO_MANY = "Too many questions at once; ask again in a second.";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  private final AggregateConfig config;
  private final List<Endpoint<?>> endpoints;
  private final Instant startedAt = now();
  private final AtomicReference<Answers> answers = new AtomicReference<>();
  private final Semaphore inProgress = new Semaphore(MOST_IN_PROGRESS);
  private final ThreadPoolExecutor readers =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          task -> {
            Thread thread = new Thread(task, "api-reader");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param shown what is shown besides; empty: nothing, so that nothing of it can be asked
   */
  public QueryApi(AggregateConfig config, Optional<Shown> shown) {
    this.config = config;
    this.endpoints =
        shown
            .map(known -> all(config, known))
            .orElseGet(() -> new CountEndpoints(config.rules(), PlaceNames.NONE).all());
  }

  private static List<Endpoint<?>> all(AggregateConfig config, Shown shown) {
    List<Endpoint<?>> all =
        new ArrayList<>(new CountEndpoints(config.rules(), new ShownPlaces(shown)).all());
    all.addAll(new ViewEndpoints(config.rules(), config.spikes(), shown).all());
    return List.copyOf(all);
  }

  /**
   * Answers from this application's stores from now on; until then there is nothing to tell.
   *
   * @param self under what other instances reach this one
   */
  public void answerFrom(KafkaStreams application, StreamsState state, HostPort self) {
    answerFrom(new StreamsInstances(application, state, self));
  }

  void answerFrom(Instances instances) {
    answers.set(new Answers(instances, peers(config.http().orElseThrow()), readers, startedAt));
  }

  /** Other instances have the same settings as this one. */
  private Peers peers(HttpConfig http) {
    // On threads of its own: what others say must not wait for what is read here.
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT);
    http.tls().map(Tls::client).ifPresent(client::sslContext);
    return new HttpPeers(client.build(), http.scheme(), http.access().authorization());
  }

  List<Endpoint<?>> endpoints() {
    return endpoints;
  }

  /** Counts the posts of watch lists, of all instances. */
  public WatchListPosts watchListPosts() {
    Endpoint<?> series =
        endpoints.stream().filter(one -> one.path().equals("/series")).findFirst().orElseThrow();
    return new WatchListCounts(config.rules(), given -> ready().to(series, given, false));
  }

  @Override
  public void addTo(JavalinConfig javalin) {
    javalin.routes.get(BASE + Answers.HORIZON, this::status);
    javalin.routes.get(BASE + "/openapi.json", http -> send(http, OpenApi.DOCUMENT));
    for (Endpoint<?> endpoint : endpoints) {
      javalin.routes.get(BASE + endpoint.path(), http -> answer(http, endpoint));
    }
  }

  private void answer(Context http, Endpoint<?> endpoint) {
    Map<String, List<String>> given = new TreeMap<>(http.queryParamMap());
    http.pathParamMap().forEach((name, value) -> given.put(name, List.of(value)));
    send(http, () -> ready().to(endpoint, given, isForwarded(http)));
  }

  private void status(Context http) {
    if (isForwarded(http)) {
      send(http, () -> ready().horizonPart());
      return;
    }
    Answers ready = answers.get();
    CompletableFuture<Optional<Horizon>> horizon =
        ready == null
            ? CompletableFuture.completedFuture(Optional.empty())
            : ready.horizon().thenApply(Optional::of).exceptionally(notReady -> Optional.empty());
    send(http, () -> horizon.thenApply(known -> Answer.of(Status.of(config, known, now()))));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static boolean isForwarded(Context http) {
    return "1".equals(http.header(HttpPeers.FORWARDED));
  }

  private void send(Context http, Supplier<CompletableFuture<Answer>> answer) {
    if (!inProgress.tryAcquire()) {
      throw new HttpProblem(503, TOO_MANY);
    }
    http.future(
        () ->
            asked(answer)
                .whenComplete((done, failure) -> inProgress.release())
                .exceptionally(
                    failure -> {
                      throw problem(failure);
                    })
                .thenAccept(ready -> send(http, ready)));
  }

  private static CompletableFuture<Answer> asked(Supplier<CompletableFuture<Answer>> answer) {
    try {
      return answer.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static void send(Context http, Answer answer) {
    answer.headers().forEach(http::header);
    http.header("Cache-Control", "no-cache");
    if (answer.isKnown(http.header("If-None-Match"))) {
      http.status(304);
      return;
    }
    http.contentType("application/json");
    if (answer.gzip() != null && takesGzip(http)) {
      http.header("Content-Encoding", "gzip").header("Vary", "Accept-Encoding");
      http.result(answer.gzip());
    } else {
      http.result(answer.json());
    }
  }

  private static boolean takesGzip(Context http) {
    String accepted = http.header("Accept-Encoding");
    return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
  }

  private static RuntimeException problem(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof RefusedException refused) {
      int status = refused.reason() == RefusedException.Reason.UNKNOWN ? 404 : 400;
      return new HttpProblem(status, refused.getMessage());
    }
    if (cause instanceof InvalidStateStoreException) {
      return new HttpProblem(
          503, "The counts cannot be read while tasks start or move; ask again in a second.");
    }
    if (cause instanceof RejectedExecutionException) {
      return new HttpProblem(503, TOO_MANY);
    }
    return cause instanceof RuntimeException known ? known : new CompletionException(cause);
  }

  private Answers ready() {
    Answers ready = answers.get();
    if (ready == null) {
      throw new HttpProblem(503, "The stage is starting; ask again in a second.");
    }
    return ready;
  }

  /** Stops reading stores. */
  @Override
  public void close() {
    readers.shutdown();
  }
}
