// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.serve;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Requests to the API at an even pace, whether those before have been answered or not. */
final class Requests {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What a request came to; status 0 where there was no answer. */
  record Answered(String endpoint, int status, long nanos) {}

  private final HttpClient client;
  private final URI server;
  private final SplittableRandom random = new SplittableRandom(11);
  private final List<Map.Entry<String, Supplier<String>>> kinds;

  Requests(HttpClient client, URI server) {
    this.client = client;
    this.server = server;
    // Shares as a page asks: what is live most often, and what stands behind a number when someone
    // clicks.
    this.kinds =
        List.of(
            Map.entry("series", () -> "size=1m&clock=SEEN" + (random.nextBoolean() ? "" : topic())),
            Map.entry("series", () -> "size=1h&clock=POSTED" + topic()),
            Map.entry("top", () -> "size=1h&place=" + any(InventedPosts.PLACES)),
            Map.entry("top", () -> "size=1m"),
            Map.entry("topics", () -> ""),
            Map.entry("places", () -> "size=1h" + topic()),
            Map.entry("counts", () -> "size=1m&place=*&limit=50" + topic()),
            Map.entry("counts", () -> "size=1m&place=" + any(InventedPosts.PLACES) + topic()),
            Map.entry("rising", () -> ""),
            Map.entry("spikes", () -> ""),
            Map.entry("incidents", () -> "limit=20&place=" + any(InventedPosts.PLACES) + topic()),
            Map.entry("posts", () -> "limit=20&hashtag=flood"),
            Map.entry("posts", () -> "limit=20&handle=reporter" + random.nextInt(1_000)),
            Map.entry("posts", () -> "limit=20&q=explosion%20heard"),
            Map.entry("watch-lists", () -> ""),
            Map.entry("status", () -> ""));
  }

  /** Sends that many a second, and returns when all have been answered. */
  List<Answered> send(int perSecond, Duration span) throws InterruptedException {
    ConcurrentLinkedQueue<Answered> answered = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<?>> sent = new ArrayList<>();
    long start = System.nanoTime();
    long all = perSecond * span.toSeconds();
    for (long i = 0; i < all; i++) {
      // From when it was due, so that a pause of the server is not left out by a pause of ours.
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      sent.add(send(due, answered));
    }
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    return List.copyOf(answered);
  }

  private CompletableFuture<?> send(long due, ConcurrentLinkedQueue<Answered> answered) {
    Map.Entry<String, Supplier<String>> kind = kinds.get(random.nextInt(kinds.size()));
    URI uri = server.resolve("/api/v1/" + kind.getKey() + "?" + kind.getValue().get());
    return client
        .sendAsync(
            HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.discarding())
        .handle(
            (answer, failure) ->
                answered.add(
                    new Answered(
                        kind.getKey(),
                        answer == null ? 0 : answer.statusCode(),
                        System.nanoTime() - due)));
  }

  private String topic() {
    return "&topic=" + any(InventedPosts.TOPICS);
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
