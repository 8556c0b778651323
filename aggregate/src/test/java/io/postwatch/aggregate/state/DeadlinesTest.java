// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.state.Deadlines.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private final KeyValueStore<Bytes, byte[]> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("deadlines"), Serdes.Bytes(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();
  private Deadlines deadlines;

  @BeforeEach
  void open() {
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    deadlines = new Deadlines(store);
  }

  @Test
  void whatIsDueComesInTheOrderOfTimeAndOnce() {
    add(Kind.CLOSE_POSTED, 300, "c");
    add(Kind.CLOSE_POSTED, 100, "a");
    add(Kind.CLOSE_POSTED, 200, "b");

    assertThat(take(Kind.CLOSE_POSTED, 200, 10)).containsExactly("a", "b");
    assertThat(take(Kind.CLOSE_POSTED, 200, 10)).isEmpty();
    assertThat(take(Kind.CLOSE_POSTED, 300, 10)).containsExactly("c");
  }

  @Test
  void whatIsTooMuchForNowComesNext() {
    List.of("a", "b", "c", "d", "e").forEach(count -> add(Kind.CLOSE_POSTED, 100, count));

    assertThat(take(Kind.CLOSE_POSTED, 100, 2)).containsExactly("a", "b");
    assertThat(take(Kind.CLOSE_POSTED, 100, 2)).containsExactly("c", "d");
    assertThat(take(Kind.CLOSE_POSTED, 100, 2)).containsExactly("e");
  }

  @Test
  void aDeadlineThatIsPastWhenItIsAddedIsDueAtOnce() {
    add(Kind.CLOSE_POSTED, 500, "b");
    assertThat(take(Kind.CLOSE_POSTED, 400, 10)).isEmpty();

    add(Kind.CLOSE_POSTED, 100, "a");

    assertThat(take(Kind.CLOSE_POSTED, 400, 10)).containsExactly("a");
    assertThat(take(Kind.CLOSE_POSTED, Long.MAX_VALUE, 10)).containsExactly("b");
  }

  @Test
  void eachKindHasAQueueOfItsOwn() {
    add(Kind.CLOSE_POSTED, 100, "a");
    add(Kind.FORGET, 50, "b");

    assertThat(take(Kind.CLOSE_POSTED, 1000, 10)).containsExactly("a");
    assertThat(take(Kind.FORGET, 1000, 10)).containsExactly("b");
  }

  @Test
  void deadlinesAreStillThereAfterARestart() {
    add(Kind.CLOSE_POSTED, 100, "a");
    take(Kind.CLOSE_POSTED, 99, 10);

    deadlines = new Deadlines(store);

    assertThat(take(Kind.CLOSE_POSTED, 100, 10)).containsExactly("a");
    assertThat(store.approximateNumEntries()).isZero();
  }

  private void add(Kind kind, long time, String count) {
    deadlines.add(kind, time, count.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> take(Kind kind, long until, int limit) {
    return deadlines.take(kind, until, limit).stream()
        .map(count -> new String(count, StandardCharsets.UTF_8))
        .toList();
  }
}
