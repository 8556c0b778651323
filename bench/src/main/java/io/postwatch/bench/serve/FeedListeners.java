// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.serve;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Many readers of the live feed, half of them with filters. */
final class FeedListeners implements AutoCloseable {
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong characters = new AtomicLong();
  private final List<CompletableFuture<?>> requests = new ArrayList<>();

  FeedListeners(HttpClient client, URI server, int readers) {
    for (int i = 0; i < readers; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/api/v1/feed" + query(i))).build();
      requests.add(
          client
              .sendAsync(
                  request, answer -> HttpResponse.BodySubscribers.fromLineSubscriber(lines(answer)))
              .whenComplete((done, failure) -> ended.incrementAndGet()));
    }
  }

  private static String query(int reader) {
    String topic = InventedPosts.TOPICS.get(reader % InventedPosts.TOPICS.size());
    return switch (reader % 4) {
      case 0, 1 -> "";
      case 2 -> "?clock=SEEN&topic=" + topic;
      default -> "?clock=SEEN&size=1m&place=*";
    };
  }

  private Flow.Subscriber<String> lines(HttpResponse.ResponseInfo answer) {
    if (answer.statusCode() == 200) {
      open.incrementAndGet();
    }
    return new Flow.Subscriber<>() {
      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
      }

      @Override
      public void onNext(String line) {
        characters.addAndGet(line.length());
        if (line.startsWith("data:")) {
          events.incrementAndGet();
        }
      }

      @Override
      public void onError(Throwable gone) {
        // That it has ended is counted.
      }

      @Override
      public void onComplete() {
        // That it has ended is counted.
      }
    };
  }

  /** Readers that were let in. */
  int open() {
    return open.get();
  }

  /** Readers whose connection has ended. */
  int ended() {
    return ended.get();
  }

  long events() {
    return events.get();
  }

  long megabytes() {
    return characters.get() >> 20;
  }

  @Override
  public void close() {
    requests.forEach(request -> request.cancel(true));
  }
}
