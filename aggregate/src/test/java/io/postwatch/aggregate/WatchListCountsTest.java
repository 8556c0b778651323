// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.deleted;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.watchedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.WatchListCountKey;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WatchListCountsTest {
  private static final CountingRules RULES = Rules.live(WindowSize.MINUTE);

  @Test
  void eachListHasItsOwnCountsBesideThoseOfAllPosts() {
    try (AggregateRun run = AggregateRun.of(RULES)) {
      run.see(watchedBy(at(incident("1", "a"), city(7, "Norvik", "NO")), "rivers", "capital"));
      run.see(watchedBy(incident("2", "a"), "rivers"), incident("3", "a"));
      run.pass(Duration.ofSeconds(2));

      assertThat(run.count("", "1m").getPosts()).isEqualTo(3);
      assertThat(posts(run.watchListTable()))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "rivers ", 2L,
                  "rivers NO", 1L,
                  "rivers 7", 1L,
                  "capital ", 1L,
                  "capital NO", 1L,
                  "capital 7", 1L));
    }
  }

  @Test
  void theyAreFinalAndCorrectedAsTheOthers() {
    try (AggregateRun run = AggregateRun.of(RULES)) {
      run.see(watchedBy(incident("1", "a"), "rivers"));
      run.pass(Duration.ofHours(7));
      assertThat(run.watchListTable().values())
          .singleElement()
          .satisfies(count -> assertThat(count.getStatus()).hasToString("FINAL"));

      run.see(deleted(incident("1", "a")));
      assertThat(run.watchListTable().values())
          .singleElement()
          .satisfies(count -> assertThat(count.getStatus()).hasToString("CORRECTED"))
          .satisfies(count -> assertThat(count.getPosts()).isZero());
    }
  }

  @Test
  void aListWithoutANameIsRefused() {
    try (AggregateRun run = AggregateRun.of(RULES)) {
      run.see(watchedBy(incident("1", "a"), " "));

      assertThat(run.updates()).isEmpty();
      assertThat(run.refusals())
          .containsExactly("watchLists \" \": expected 1 to 256 characters, not blank");
    }
  }

  private static Map<String, Long> posts(Map<WatchListCountKey, IncidentCount> counts) {
    Map<String, Long> posts = new TreeMap<>();
    counts.forEach(
        (key, count) -> posts.put(key.getWatchList() + " " + key.getPlace(), count.getPosts()));
    return posts;
  }
}
