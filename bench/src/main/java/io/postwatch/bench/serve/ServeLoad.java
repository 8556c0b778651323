// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.serve;

import io.postwatch.bench.aggregate.Quantiles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Prints what readers of the live feed and requests to the API get while posts flow through the
 * whole pipeline, and what the pipeline feels of them: the same posts flow as long without anybody
 * who asks.
 */
final class ServeLoad {
  private static final int CLIENT_THREADS = 4;
  private static final Duration WARM_UP = Duration.ofMinutes(4);
  private static final int LOOK_SECONDS = 3;
  private static final int LIVE_SECONDS = 2;
  private static final Duration CATCH_UP = Duration.ofSeconds(150);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double NANOS_A_MILLI = 1e6;

  private ServeLoad() {}

  public static void main(String[] args) throws Exception {
    Duration span = Duration.ofSeconds(argument(args, 0, 60));
    int readers = argument(args, 1, 500);
    int requests = argument(args, 2, 200);
    int posts = argument(args, 3, 1_000);
    HttpClient client =
        HttpClient.newBuilder().executor(Executors.newFixedThreadPool(CLIENT_THREADS)).build();
    try (ServedPipeline pipeline =
            ServedPipeline.start(Path.of(System.getProperty("postwatch.home")));
        PostStream stream = new PostStream(pipeline, posts)) {
      System.out.printf(
          Locale.ROOT,
          "postwatch run - at %,d posts/s, half of which report something; %d s each, once warm%n",
          posts,
          span.toSeconds());
      // With all of the load, so that neither phase pays for the compilation, which takes minutes
      // here.
      try (FeedListeners listeners = listeners(client, pipeline, readers)) {
        new Requests(client, pipeline.uri()).send(requests, WARM_UP);
        System.out.printf(
            Locale.ROOT,
            "warm after %d s, in which %,d events were read%n",
            WARM_UP.toSeconds(),
            listeners.events());
      }
      catchUp(client, pipeline);
      System.out.println(Phase.HEAD);
      Phase before = Phase.begin(client, pipeline, stream);
      TimeUnit.NANOSECONDS.sleep(span.toNanos());
      System.out.println(before.end("nobody asks"));
      try (FeedListeners listeners = listeners(client, pipeline, readers)) {
        Phase asked = Phase.begin(client, pipeline, stream);
        long events = listeners.events();
        List<Requests.Answered> answered =
            new Requests(client, pipeline.uri()).send(requests, span);
        System.out.println(asked.end(readers + " readers, " + requests + " requests/s"));
        System.out.printf(
            Locale.ROOT,
            "%nfeed: %d readers, of which %d were let go or left; %,d events (%,d a second), %,d MB%n",
            listeners.open(),
            listeners.ended(),
            listeners.events() - events,
            (listeners.events() - events) / span.toSeconds(),
            listeners.megabytes());
        print(answered);
      }
    }
    System.exit(0);
  }

  /** Readers that have been let in. */
  private static FeedListeners listeners(HttpClient client, ServedPipeline pipeline, int readers)
      throws IOException, InterruptedException {
    FeedListeners listeners = new FeedListeners(client, pipeline.uri(), readers);
    await(() -> listeners.open() + listeners.ended() >= readers);
    return listeners;
  }

  /** Waits until what was left behind while the code was cold has been counted. */
  private static void catchUp(HttpClient client, ServedPipeline pipeline)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + CATCH_UP.toNanos();
    Scrape before;
    Scrape now = Scrape.of(client, pipeline.uri());
    do {
      if (System.nanoTime() > until) {
        System.out.println("the pipeline is behind even so: it counts less than is written");
        return;
      }
      TimeUnit.SECONDS.sleep(LOOK_SECONDS);
      before = now;
      now = Scrape.of(client, pipeline.uri());
    } while (!(Phase.latency(before, now, 0.5) <= LIVE_SECONDS));
  }

  private static void print(List<Requests.Answered> answered) {
    Map<String, List<Requests.Answered>> kinds =
        answered.stream()
            .collect(
                Collectors.groupingBy(
                    Requests.Answered::endpoint, TreeMap::new, Collectors.toList()));
    System.out.printf(
        Locale.ROOT,
        "%n%-12s  %8s  %8s  %s%n",
        "requests",
        "number",
        "not 200",
        "ms p50 / p99 / max");
    kinds.forEach(ServeLoad::print);
    print("all", answered);
  }

  private static void print(String kind, List<Requests.Answered> answered) {
    List<Long> nanos = new ArrayList<>();
    Map<Integer, Long> failed = new TreeMap<>();
    for (Requests.Answered one : answered) {
      nanos.add(one.nanos());
      if (one.status() != 200) {
        failed.merge(one.status(), 1L, Long::sum);
      }
    }
    Quantiles quantiles = new Quantiles(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-12s  %,8d  %8s  %.1f / %.1f / %.1f%n",
        kind,
        nanos.size(),
        failed.isEmpty() ? "0" : failed.toString(),
        quantiles.at(0.5) / NANOS_A_MILLI,
        quantiles.at(0.99) / NANOS_A_MILLI,
        quantiles.at(1) / NANOS_A_MILLI);
  }

  private static void await(BooleanSupplier wanted) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IOException("the readers were not let in within " + PATIENCE.toSeconds() + " s");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static int argument(String[] args, int number, int otherwise) {
    return args.length > number ? Integer.parseInt(args[number]) : otherwise;
  }
}
