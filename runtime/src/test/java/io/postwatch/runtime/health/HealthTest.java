// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.runtime.Stage;
import io.postwatch.runtime.StageException;
import io.postwatch.runtime.health.Health.Answer;
import io.postwatch.runtime.health.HealthCheck.Status;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HealthTest {
  /** A stage of which a test says how it is. */
  private static final class Told implements Stage {
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean isWorking = true;

    @Override
    public void drain() {}

    @Override
    public CompletableFuture<Void> ended() {
      return ended;
    }

    @Override
    public boolean isWorking() {
      return isWorking;
    }

    @Override
    public String state() {
      return isWorking ? "RUNNING" : "REBALANCING";
    }

    @Override
    public void close() {}
  }

  private final Told stage = new Told();

  private static Health with(Status broker) {
    return Health.of(Map.of("broker", () -> broker));
  }

  @Test
  void aProcessIsReadyWhenEveryCheckIsUp() {
    Health health = with(new Status(true, "answers"));
    health.add("aggregate", stage);

    assertThat(health.ready())
        .isEqualTo(
            new Answer(
                true,
                "{\"status\":\"UP\",\"checks\":["
                    + "{\"name\":\"aggregate\",\"status\":\"UP\",\"data\":{\"state\":\"RUNNING\"}},"
                    + "{\"name\":\"broker\",\"status\":\"UP\",\"data\":{\"state\":\"answers\"}}]}"));
  }

  @Test
  void oneThatStartsIsAliveAndNotReady() {
    Health health = with(new Status(true, "answers"));

    assertThat(health.ready().isUp()).isFalse();
    assertThat(health.live().isUp()).isTrue();
  }

  @Test
  void oneWhoseStageRebalancesIsAliveAndNotReady() {
    Health health = with(new Status(true, "answers"));
    health.add("aggregate", stage);
    stage.isWorking = false;

    assertThat(health.ready().isUp()).isFalse();
    assertThat(health.ready().json()).contains("REBALANCING");
    assertThat(health.live().isUp()).isTrue();
  }

  @Test
  void oneWithoutItsBrokerIsAliveAndNotReady() {
    Health health = with(new Status(false, "no answer within 2000 ms"));
    health.add("aggregate", stage);

    assertThat(health.ready().isUp()).isFalse();
    assertThat(health.ready().json()).startsWith("{\"status\":\"DOWN\"").contains("no answer");
    assertThat(health.live().isUp()).isTrue();
  }

  @Test
  void oneOfWhoseStagesOneHasFailedIsNotAlive() {
    Health health = with(new Status(true, "answers"));
    health.add("aggregate", new Told());
    health.add("enrich", stage);
    stage.ended.completeExceptionally(new StageException("the reason, which is in the log"));

    assertThat(health.live().isUp()).isFalse();
    assertThat(health.ready().isUp()).isFalse();
    assertThat(health.live().json()).contains("failed").doesNotContain("reason");
  }

  @Test
  void aStageThatIsDoneWithItsInputIsNoFailure() {
    Health health = with(new Status(true, "answers"));
    health.add("ingest", stage);
    stage.ended.complete(null);
    stage.isWorking = false;

    assertThat(health.live().isUp()).isTrue();
    assertThat(health.ready().isUp()).isTrue();
  }
}
