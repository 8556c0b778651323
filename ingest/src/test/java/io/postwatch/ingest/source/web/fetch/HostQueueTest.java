// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class HostQueueTest {
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Answer ANSWER =
      new Answer(URI.create("http://a.example/"), 200, Map.of(), new byte[0]);

  private final ManualTime time = new ManualTime();
  private final HostQueue queue = new HostQueue("a.example:80", time, new Backoff(() -> 1.0));
  private final List<String> asked = new ArrayList<>();

  @Test
  void aHostIsLeftAloneBetweenTwoRequests() {
    submit("a");
    submit("b");
    submit("c");

    time.run();
    assertThat(asked).containsExactly("a");
    time.pass(Duration.ofMillis(2999));
    assertThat(asked).containsExactly("a");
    time.pass(Duration.ofMillis(1));
    assertThat(asked).containsExactly("a", "b");
    time.pass(PAUSE);
    assertThat(asked).containsExactly("a", "b", "c");
  }

  @Test
  void aHostThatIsAwayIsNotAskedForAWhileAndAllWhoWaitAreTold() {
    CompletableFuture<Answer> first = fail("a", Kind.UNREACHABLE, Optional.empty());
    CompletableFuture<Answer> second = submit("b");
    time.run();

    assertThatThrownBy(first::join).hasRootCauseMessage("failed a");
    assertThatThrownBy(second::join)
        .hasRootCauseMessage(
            "not asked: a.example:80 is left alone until "
                + time.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS)
                + ", after failed a; expected to be asked later");
    assertThat(retryAfter(submit("c"))).isEqualTo(Duration.ofSeconds(2));
    assertThat(asked).containsExactly("a");

    time.pass(Duration.ofSeconds(3));
    assertThat(submit("d")).isNotCompletedExceptionally();
    time.run();
    assertThat(asked).containsExactly("a", "d");
  }

  @Test
  void itIsLeftAloneForLongerEachTimeUntilItAnswers() {
    fail("a", Kind.UNREACHABLE, Optional.empty());
    time.pass(Duration.ofSeconds(10));
    CompletableFuture<Answer> again = fail("b", Kind.UNREACHABLE, Optional.empty());
    time.run();
    assertThat(retryAfter(again)).isEqualTo(Duration.ofSeconds(4));

    time.pass(Duration.ofSeconds(10));
    submit("c");
    time.pass(Duration.ofSeconds(10));
    CompletableFuture<Answer> later = fail("d", Kind.UNREACHABLE, Optional.empty());
    time.run();
    assertThat(retryAfter(later)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aHostThatSaysHowLongIsLeftAloneForThatLong() {
    CompletableFuture<Answer> busy =
        fail("a", Kind.UNREACHABLE, Optional.of(Duration.ofMinutes(5)));
    time.run();

    assertThat(retryAfter(busy)).isEqualTo(Duration.ofMinutes(5));
    time.pass(Duration.ofMinutes(4));
    assertThat(retryAfter(submit("b"))).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void troubleWithOneAddressIsNoneOfTheOthers() {
    fail("a", Kind.TROUBLED, Optional.empty());
    CompletableFuture<Answer> other = submit("b");
    time.pass(PAUSE);

    assertThat(other).isCompletedWithValue(ANSWER);
  }

  private static Duration retryAfter(CompletableFuture<Answer> failed) {
    try {
      failed.join();
      throw new AssertionError("expected a failure");
    } catch (CompletionException e) {
      return FetchException.in(e).retryAfter().orElseThrow();
    }
  }

  private CompletableFuture<Answer> submit(String name) {
    return queue.submit(
        () -> {
          asked.add(name);
          return ANSWER;
        },
        PAUSE);
  }

  private CompletableFuture<Answer> fail(String name, Kind kind, Optional<Duration> retryAfter) {
    return queue.submit(
        () -> {
          asked.add(name);
          throw new FetchException(kind, "failed " + name, retryAfter);
        },
        PAUSE);
  }
}
