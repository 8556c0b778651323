// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.aggregate.CountingRules;
import io.postwatch.aggregate.alerts.WatchListPosts;
import io.postwatch.aggregate.query.RefusedException;
import io.postwatch.aggregate.query.SeriesQuestion;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.runtime.StageException;
import io.postwatch.schema.Clock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Counts the posts of watch lists as the API does: from the smallest windows, in each of which a
 * post counts once, and of the last {@value #MOST_WINDOWS} of them at most.
 */
final class WatchListCounts implements WatchListPosts {
  /** Some are left for clocks that differ. */
  static final int MOST_WINDOWS = SeriesQuestion.MOST_WINDOWS - 100;

  private static final long PATIENCE_SECONDS = 5;

  private final CountingRules rules;
  private final Function<Map<String, List<String>>, CompletableFuture<Answer>> series;

  /**
   * @param series answers requests for {@code /series}
   */
  WatchListCounts(
      CountingRules rules, Function<Map<String, List<String>>, CompletableFuture<Answer>> series) {
    this.rules = rules;
    this.series = series;
  }

  @Override
  public long since(Instant start, String watchList, String topic, String place) {
    if (!rules.clocks().contains(Clock.SEEN)) {
      throw new StageException("posts are not counted by when they arrived (aggregate.clocks)");
    }
    WindowSize size = WindowParameters.sizes(rules, Clock.SEEN).get(0);
    Instant earliest =
        Instant.now().minus(Duration.ofMillis(size.millis()).multipliedBy(MOST_WINDOWS));
    Instant from = start.isBefore(earliest) ? earliest : start;
    Map<String, List<String>> given = new HashMap<>();
    given.put("clock", List.of(Clock.SEEN.name()));
    given.put("size", List.of(size.toString()));
    given.put("from", List.of(Instant.ofEpochMilli(size.startOf(from.toEpochMilli())).toString()));
    given.put("topic", List.of(topic));
    given.put("watchList", List.of(watchList));
    if (!place.isEmpty()) {
      given.put("place", List.of(place));
    }
    return total(given);
  }

  private long total(Map<String, List<String>> given) {
    try {
      Answer answer = series.apply(given).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      long total = 0;
      for (JsonNode item : Json.MAPPER.readTree(answer.json()).get("items")) {
        total += item.get("total").asLong();
      }
      return total;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RefusedException refused
          && refused.reason() == RefusedException.Reason.UNKNOWN) {
        return 0;
      }
      throw new StageException(String.valueOf(e.getCause().getMessage()), e);
    } catch (TimeoutException | IOException e) {
      throw new StageException("no answer from the counts: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StageException("stopped", e);
    }
  }
}
