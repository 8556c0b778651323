// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Values that many ask for at the same time: each is made once for all who ask while it is made,
 * and within a second afterwards. Failures are not kept.
 */
final class Shared<V> {
  private static final Duration KEPT = Duration.ofSeconds(1);

  private final Cache<String, V> kept;
  private final Map<String, CompletableFuture<V>> underway = new ConcurrentHashMap<>();

  /**
   * @param most what all values that are kept may weigh
   * @param weight of a value
   */
  Shared(long most, ToIntFunction<V> weight) {
    this.kept =
        Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(most)
            .weigher((String name, V value) -> weight.applyAsInt(value))
            .build();
  }

  /**
   * The value of a name.
   *
   * @param make makes it where there is none; it must not ask for another one of these itself
   */
  CompletableFuture<V> get(String name, Supplier<CompletableFuture<V>> make) {
    V known = kept.getIfPresent(name);
    if (known != null) {
      return CompletableFuture.completedFuture(known);
    }
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> other = underway.putIfAbsent(name, mine);
    if (other != null) {
      return other;
    }
    made(make)
        .whenComplete(
            (value, failure) -> {
              if (failure == null) {
                kept.put(name, value);
              }
              underway.remove(name);
              if (failure == null) {
                mine.complete(value);
              } else {
                mine.completeExceptionally(failure);
              }
            });
    return mine;
  }

  private static <V> CompletableFuture<V> made(Supplier<CompletableFuture<V>> make) {
    try {
      return make.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
