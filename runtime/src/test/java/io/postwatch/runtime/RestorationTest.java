// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestorationTest {
  private static final TopicPartition COUNTS = new TopicPartition("counts-changelog", 0);
  private static final TopicPartition CLOCK = new TopicPartition("clock-changelog", 3);

  private final Restoration restoration = new Restoration();

  @Test
  void countsWhatIsLeftOfEachChangelog() {
    restoration.onRestoreStart(COUNTS, "counts", 10, 110);
    restoration.onRestoreStart(CLOCK, "clock", 0, 7);
    restoration.onBatchRestored(COUNTS, "counts", 39, 30);

    assertThat(restoration.left()).isEqualTo(77);
    assertThat(restoration)
        .hasToString("7 records of clock-changelog-3, 70 records of counts-changelog-0");
  }

  @Test
  void aChangelogThatIsReadOrGivenUpIsNotWaitedFor() {
    restoration.onRestoreStart(COUNTS, "counts", 0, 5);
    restoration.onRestoreStart(CLOCK, "clock", 0, 7);
    restoration.onRestoreEnd(COUNTS, "counts", 5);
    restoration.onRestoreSuspended(CLOCK, "clock", 2);

    assertThat(restoration.left()).isZero();
    assertThat(restoration).hasToString("nothing");
  }
}
