// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The requests to one host: one at a time, with a pause between them, and none for a while after it
 * could not be reached or asked to be left alone. No thread is held while it waits.
 */
final class HostQueue {
  private final String host;
  private final Time time;
  private final Backoff backoff;
  private final Deque<Request> waiting = new ArrayDeque<>();
  private boolean isBusy;
  private Instant free = Instant.EPOCH;
  private Instant heldUntil = Instant.EPOCH;
  private String held = "";
  private int failures;

  /** What is asked of the host. */
  interface Call {
    Answer answer() throws FetchException;
  }

  private record Request(Call call, Duration pause, CompletableFuture<Answer> answer) {}

  /**
   * A host of which nothing is known.
   *
   * @param host as messages name it
   */
  HostQueue(String host, Time time, Backoff backoff) {
    this.host = host;
    this.time = time;
    this.backoff = backoff;
  }

  /**
   * Makes the call when its turn comes.
   *
   * @param pause how long the host is left alone after it
   * @return fails with FetchException, at once where the host is left alone for a while
   */
  CompletableFuture<Answer> submit(Call call, Duration pause) {
    Request request = new Request(call, pause, new CompletableFuture<>());
    Optional<FetchException> refusal = enqueue(request);
    refusal.ifPresent(request.answer()::completeExceptionally);
    return request.answer();
  }

  private synchronized Optional<FetchException> enqueue(Request request) {
    Duration left = Duration.between(time.now(), heldUntil);
    if (!left.isNegative() && !left.isZero()) {
      return Optional.of(new FetchException(Kind.HELD, held, Optional.of(left)));
    }
    waiting.add(request);
    startIfIdle();
    return Optional.empty();
  }

  /** True where nothing is known of the host that its next request would have to heed. */
  synchronized boolean isForgettable() {
    return !isBusy && failures == 0 && !free.isAfter(time.now());
  }

  private void startIfIdle() {
    if (!isBusy && !waiting.isEmpty()) {
      isBusy = true;
      Duration wait = Duration.between(time.now(), free);
      time.after(wait.isNegative() ? Duration.ZERO : wait, this::takeNext);
    }
  }

  private void takeNext() {
    Request request;
    synchronized (this) {
      request = waiting.remove();
    }
    try {
      Answer answer = request.call().answer();
      goOn(request);
      request.answer().complete(answer);
    } catch (FetchException e) {
      if (e.kind() == Kind.UNREACHABLE) {
        hold(request, e);
      } else {
        goOn(request);
        request.answer().completeExceptionally(e);
      }
    } catch (RuntimeException | Error e) {
      goOn(request);
      request.answer().completeExceptionally(e);
    }
  }

  private synchronized void goOn(Request done) {
    failures = 0;
    end(done);
    startIfIdle();
  }

  /** Whoever waits is sent away, as another attempt for each would take a timeout for each. */
  private void hold(Request done, FetchException failure) {
    Optional<Duration> wait;
    String notAsked;
    List<Request> others;
    synchronized (this) {
      failures++;
      wait = failure.retryAfter().or(() -> Optional.of(backoff.after(failures)));
      heldUntil = time.now().plus(wait.get());
      held = notAsked(failure);
      notAsked = held;
      others = List.copyOf(waiting);
      waiting.clear();
      end(done);
    }
    done.answer()
        .completeExceptionally(new FetchException(Kind.UNREACHABLE, failure.getMessage(), wait));
    FetchException putOff = new FetchException(Kind.HELD, notAsked, wait);
    others.forEach(request -> request.answer().completeExceptionally(putOff));
  }

  private String notAsked(FetchException failure) {
    String met = failure.getMessage().replaceFirst("; expected .*+", "");
    String why = failure.retryAfter().isPresent() ? " asks for a pause" : " is left alone";
    return "not asked: %s%s until %s, after %s; expected to be asked later"
        .formatted(host, why, heldUntil.truncatedTo(ChronoUnit.SECONDS), met);
  }

  private void end(Request done) {
    isBusy = false;
    free = time.now().plus(done.pause());
  }
}
