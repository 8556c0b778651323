// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest batches, for readers who come back. Not for several threads at once. */
final class FeedLog {
  private final long mostBytes;
  private final Deque<FeedBatch> batches = new ArrayDeque<>();
  private FeedPosition oldest;
  private FeedPosition newest;
  private long weight;

  /**
   * @param start before the first batch
   * @param mostBytes about how many are kept; the oldest batches go first
   */
  FeedLog(FeedPosition start, long mostBytes) {
    this.oldest = start;
    this.newest = start;
    this.mostBytes = mostBytes;
  }

  void add(FeedBatch batch) {
    batches.addLast(batch);
    newest = batch.after();
    weight += batch.weight();
    while (weight > mostBytes) {
      FeedBatch gone = batches.removeFirst();
      oldest = gone.after();
      weight -= gone.weight();
    }
  }

  /** Where a reader is that has everything. */
  FeedPosition newest() {
    return newest;
  }

  /**
   * What a reader at a position has missed; empty when that is not kept any more, or was never of
   * this stream.
   */
  Optional<List<FeedBatch>> since(FeedPosition position) {
    if (!position.isOfSame(newest) || !position.reaches(oldest)) {
      return Optional.empty();
    }
    List<FeedBatch> missed = new ArrayList<>();
    for (FeedBatch batch : batches) {
      if (!position.reaches(batch.after())) {
        missed.add(new FeedBatch(unseen(batch.items(), position), batch.after()));
      }
    }
    return Optional.of(missed);
  }

  private static List<FeedItem> unseen(List<FeedItem> items, FeedPosition position) {
    return items.stream().filter(i -> i.offset() >= position.next()[i.partition()]).toList();
  }
}
