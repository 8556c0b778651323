// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StandstillTest {
  private final List<String> said = new ArrayList<>();
  private long seconds;
  private final Standstill standstill =
      new Standstill(() -> TimeUnit.SECONDS.toNanos(seconds), said::add);

  @Test
  void aShortWaitIsSilent() {
    lookAt(0, 5);
    lookAt(29, 5);

    assertThat(said).isEmpty();
  }

  @Test
  void aWaitThatComesNoNearerSaysWhatForEveryHalfMinute() {
    lookAt(0, 5);
    lookAt(30, 5);
    lookAt(45, 5);
    lookAt(61, 5);

    assertThat(said)
        .containsExactly(
            "somebody waits for 5 posts; no nearer for 30 s",
            "somebody waits for 5 posts; no nearer for 61 s");
  }

  @Test
  void aWaitThatComesNearerIsSilentHoweverLong() {
    lookAt(0, 5);
    lookAt(25, 4);
    lookAt(50, 3);
    lookAt(79, 3);

    assertThat(said).isEmpty();
  }

  @Test
  void growingIsNoProgress() {
    lookAt(0, 5);
    lookAt(20, 7);
    lookAt(31, 6);

    assertThat(said).containsExactly("somebody waits for 6 posts; no nearer for 31 s");
  }

  @Test
  void theWaitEndsWithAFailureToo() throws Exception {
    CompletableFuture<Void> failed =
        CompletableFuture.failedFuture(new IllegalStateException("any"));

    standstill.await(failed, () -> 1, () -> "nothing");

    assertThat(said).isEmpty();
  }

  private void lookAt(long second, long left) {
    seconds = second;
    standstill.look(left, () -> "somebody waits for " + left + " posts");
  }
}
