// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postwatch.runtime.health.HealthCheck.Status;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchedTest {
  private final AtomicLong nanos = new AtomicLong();

  private Watched watched(Probe probe) {
    return Watched.of(probe, nanos::get, Executors.newSingleThreadScheduledExecutor());
  }

  @Test
  void nobodyWaitsForAProbeThatHangs() {
    CountDownLatch never = new CountDownLatch(1);
    try (Watched watched =
        watched(
            () -> {
              never.await();
              return new Status(true, "");
            })) {
      assertThat(watched.status()).isEqualTo(new Status(false, "not asked yet"));
    }
  }

  @Test
  void whatItSaidLastHoldsForSomeSeconds() {
    try (Watched watched = watched(() -> new Status(true, "answers"))) {
      await().until(() -> watched.status().isUp());

      nanos.set(TimeUnit.SECONDS.toNanos(19));
      assertThat(watched.status()).isEqualTo(new Status(true, "answers"));
      nanos.set(TimeUnit.SECONDS.toNanos(21));
      assertThat(watched.status()).isEqualTo(new Status(false, "no answer"));
    }
  }

  @Test
  void aProbeThatFailsIsDown() {
    try (Watched watched =
        watched(
            () -> {
              throw new IllegalStateException("secret");
            })) {
      await()
          .untilAsserted(
              () ->
                  assertThat(watched.status())
                      .isEqualTo(new Status(false, "IllegalStateException")));
    }
  }
}
