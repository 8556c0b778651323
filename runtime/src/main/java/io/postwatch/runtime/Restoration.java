// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How much of its changelogs a Streams application has yet to read before it is at work. */
final class Restoration implements StateRestoreListener {
  private final Map<TopicPartition, Long> left = new ConcurrentHashMap<>();

  /** In records, those included that transactions leave between them. */
  long left() {
    return left.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
    left.put(changelog, end - start);
  }

  @Override
  public void onBatchRestored(TopicPartition changelog, String store, long last, long count) {
    left.computeIfPresent(changelog, (any, before) -> Math.max(0, before - count));
  }

  @Override
  public void onRestoreEnd(TopicPartition changelog, String store, long total) {
    left.remove(changelog);
  }

  @Override
  public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
    left.remove(changelog);
  }

  /** Such as "3 records of a-changelog-0"; "nothing" where no changelog is being read. */
  @Override
  public String toString() {
    Map<String, Long> sorted = new TreeMap<>();
    left.forEach((changelog, count) -> sorted.put(changelog.toString(), count));
    return sorted.isEmpty()
        ? "nothing"
        : String.join(
            ", ",
            sorted.entrySet().stream()
                .map(e -> e.getValue() + " records of " + e.getKey())
                .toList());
  }
}
