// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.aggregate.AggregateRun;
import io.postwatch.aggregate.Incidents;
import io.postwatch.aggregate.Rules;
import io.postwatch.aggregate.state.LocalState;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of questions while there are many, or nothing to answer from. */
class ManyAskersTest {
  private final AggregateRun run = AggregateRun.of(Rules.both());
  private final Instance instance = Instance.start();

  @BeforeEach
  void count() {
    run.see(Incidents.incident("1", "a"));
  }

  @AfterEach
  void stop() {
    instance.close();
    run.close();
  }

  @Test
  void whileTheStageStartsQuestionsAreToBeAskedAgainAndTheStatusSaysSo() {
    HttpResponse<String> answer = instance.get("/topics");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(instance.ask("/status").get("ready").asBoolean()).isFalse();
    assertThat(Described.faults("/status", 200, instance.ask("/status"))).isEmpty();
  }

  @Test
  void whileStoresCannotBeReadQuestionsAreToBeAskedAgain() {
    Stores stores = new Stores(run.state(0));
    instance.answerFrom(new Alone(stores));
    stores.isMoving = true;
    assertThat(instance.get("/topics").statusCode()).isEqualTo(503);
    assertThat(instance.ask("/status").get("ready").asBoolean()).isFalse();

    stores.isMoving = false;

    assertThat(instance.get("/topics").statusCode()).isEqualTo(200);
    assertThat(instance.ask("/status").get("ready").asBoolean()).isTrue();
  }

  @Test
  void manyWhoAskAlikeAreAnsweredByOneLook() throws Exception {
    Stores stores = new Stores(run.state(0));
    instance.answerFrom(new Alone(stores));
    assertThat(instance.ask("/top?place=KZ").get("items")).isEmpty();
    stores.looks.set(0);
    stores.gate = new CountDownLatch(1);
    ExecutorService askers = Executors.newFixedThreadPool(16);
    try {
      List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        String alike = i % 2 == 0 ? "/top?by=posts" : "/top?by=POSTS&limit=100";
        answers.add(CompletableFuture.supplyAsync(() -> instance.ask(alike), askers));
      }
      await().until(() -> stores.looks.get() > 0);
      stores.gate.countDown();

      assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
      // How far the clocks are may have been looked at again, since that is a second old as well.
      assertThat(stores.looks.get()).isLessThan(6);
    } finally {
      askers.shutdownNow();
    }
  }

  @Test
  void whatIsCountedLaterIsToldASecondLater() {
    instance.answerFrom(new Alone(run.state(0)));
    HttpResponse<String> before = instance.get("/topics");
    String etag = before.headers().firstValue("ETag").orElseThrow();
    run.see(Incidents.incident("2", "b"));

    await()
        .untilAsserted(
            () -> {
              HttpResponse<String> after = instance.get("/topics", "If-None-Match", etag);
              assertThat(after.statusCode()).isEqualTo(200);
              assertThat(Instance.json(after).at("/items/0/posts").asInt()).isEqualTo(2);
            });
  }

  @Test
  void moreThanCanBeAnsweredIsRefusedAndTheRestIsNot() {
    Stores stores = new Stores(run.state(0));
    instance.answerFrom(new Alone(stores));
    assertThat(instance.ask("/status").get("ready").asBoolean()).isTrue();
    stores.gate = new CountDownLatch(1);
    ExecutorService askers = Executors.newFixedThreadPool(450);
    try {
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 450; i++) {
        String question = "/top?place=" + i;
        answers.add(
            CompletableFuture.supplyAsync(() -> instance.get(question).statusCode(), askers));
      }
      await().until(() -> answers.stream().filter(CompletableFuture::isDone).count() >= 50);
      stores.gate.countDown();

      assertThat(answers.stream().map(CompletableFuture::join))
          .containsOnly(200, 503)
          .filteredOn(status -> status == 200)
          .hasSize(400);
    } finally {
      askers.shutdownNow();
    }
  }

  /** Stores that tell how often they were looked at, and can be made to wait or to fail. */
  private static final class Stores implements LocalState {
    private final LocalState stores;
    private final AtomicInteger looks = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean isMoving;

    Stores(LocalState stores) {
      this.stores = stores;
    }

    @Override
    public Set<Integer> held(String name) {
      return stores.held(name);
    }

    @Override
    public <S> Map<Integer, S> stores(String name, QueryableStoreType<S> type) {
      if (name.equals("counts")) {
        looks.incrementAndGet();
      }
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (isMoving) {
        throw new InvalidStateStoreException("they are moving");
      }
      return stores.stores(name, type);
    }
  }
}
