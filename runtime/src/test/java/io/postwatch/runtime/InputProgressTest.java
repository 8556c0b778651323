// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InputProgressTest {
  private static final TopicPartition PARTITION = new TopicPartition(Topics.POSTS.name(), 0);
  private static final byte[] ANY = {};

  private final InputProgress progress = new InputProgress("counting", Topics.POSTS, null);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  @Test
  void aGroupThatHasCommittedTheEndIsThere() {
    awaitEnd(10, new Log(10, 10, 1));
  }

  @Test
  void whatWasAbortedAtTheEndIsPassedOver() {
    awaitEnd(14, new Log(10, 10, 4));
  }

  @Test
  void whatWasAbortedMayBeMoreThanOneFetchBrings() {
    awaitEnd(40, new Log(10, 10, 4));
  }

  @Test
  void aRecordThatIsNotTakenIsWaitedFor() {
    Log log = new Log(10, 12, 4);
    log.onPoll(3, () -> log.group = 12);

    awaitEnd(14, log);

    assertThat(log.polls).isGreaterThan(3);
  }

  @Test
  void aStageThatFailsEndsTheWait() {
    Log log = new Log(10, 12, 4);
    log.onPoll(2, () -> ended.completeExceptionally(new StageException("lost its way")));

    assertThatThrownBy(() -> awaitEnd(14, log)).hasMessage("lost its way");
  }

  private void awaitEnd(long end, Log log) {
    progress.awaitEnd(Map.of(PARTITION, end), log, ended);
  }

  /** A partition with records up to an offset, and aborted ones after it. */
  private static final class Log extends MockConsumer<byte[], byte[]> {
    private final long lastReadable;
    private final long fetch;
    private long group;
    private long position;
    private int polls;
    private int eventAt = -1;
    private Runnable event;

    /**
     * @param group what the group has committed
     * @param readable the offset after the last record that can be read
     * @param fetch how many aborted records a poll passes over
     */
    private Log(long group, long readable, long fetch) {
      super("earliest");
      this.group = group;
      this.lastReadable = readable;
      this.fetch = fetch;
    }

    private void onPoll(int poll, Runnable event) {
      this.eventAt = poll;
      this.event = event;
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
        Set<TopicPartition> partitions) {
      return Map.of(PARTITION, new OffsetAndMetadata(group));
    }

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
      position = offset;
    }

    @Override
    public synchronized long position(TopicPartition partition) {
      return position;
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      polls++;
      if (polls == eventAt) {
        event.run();
      }
      if (position < lastReadable) {
        var record = new ConsumerRecord<>(PARTITION.topic(), 0, position++, ANY, ANY);
        return new ConsumerRecords<>(Map.of(PARTITION, List.of(record)), Map.of());
      }
      position += fetch;
      return ConsumerRecords.empty();
    }
  }
}
