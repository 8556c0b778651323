// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedLogTest {
  private final FeedLog log = new FeedLog(at(10, 10), 2_000);

  @Test
  void whoHasEverythingMissesNothing() {
    log.add(batch(at(11, 10), item(0, 10)));

    assertThat(log.since(at(11, 10))).contains(List.of());
  }

  @Test
  void whoWasAwayGetsWhatCameSinceInOrder() {
    FeedBatch first = batch(at(11, 10), item(0, 10));
    FeedBatch second = batch(at(11, 12), item(1, 10), item(1, 11));
    log.add(first);
    log.add(second);

    assertThat(log.since(at(10, 10))).contains(List.of(first, second));
    assertThat(log.since(at(11, 10))).contains(List.of(second));
  }

  @Test
  void ofABatchThatAReaderOfAnotherInstanceHasInPartOnlyTheRestIsSent() {
    FeedItem news = item(1, 11);
    log.add(batch(at(11, 12), item(0, 10), item(1, 10), news));

    assertThat(log.since(at(11, 11)).orElseThrow().get(0).items()).containsExactly(news);
  }

  @Test
  void whoIsAheadWaitsForWhatComes() {
    log.add(batch(at(11, 10), item(0, 10)));

    assertThat(log.since(at(500, 500))).contains(List.of());
  }

  @Test
  void whatIsNotKeptAnyMoreIsSaidToBeLost() {
    for (int i = 0; i < 10; i++) {
      log.add(batch(at(11 + i, 10), item(0, 10 + i)));
    }

    assertThat(log.since(at(10, 10))).isEmpty();
    assertThat(log.since(at(19, 10))).isPresent();
  }

  @Test
  void aPositionInOtherTopicsOrInAnotherNumberOfPartitionsIsUnknown() {
    assertThat(log.since(new FeedPosition(2, new long[] {10, 10}))).isEqualTo(Optional.empty());
    assertThat(log.since(at(10, 10, 10))).isEqualTo(Optional.empty());
  }

  private static FeedPosition at(long... next) {
    return new FeedPosition(1, next);
  }

  private static FeedBatch batch(FeedPosition after, FeedItem... items) {
    return new FeedBatch(List.of(items), after);
  }

  private static FeedItem item(int partition, long offset) {
    return new FeedItem(
        new FeedItem.Content(
            FeedItem.Kind.SPIKES,
            partition + "/" + offset,
            null,
            "protest",
            "",
            new byte[] {'{', '}'}),
        partition,
        offset);
  }
}
