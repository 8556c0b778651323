// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.schema.CountStatus;
import io.postwatch.schema.IncidentCount;
import io.postwatch.serde.AvroSerde;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class CountStateSerdeTest {
  private static final String TOPIC = "store";
  private static final IncidentCount COUNT =
      new IncidentCount(
          3L,
          4L,
          2L,
          1L,
          List.of(),
          CountStatus.PROVISIONAL,
          "Norvik",
          List.of(),
          Instant.ofEpochMilli(1_000),
          3L,
          false,
          false,
          false);

  private final Serde<IncidentCount> counts = counts();
  private final Serde<CountState> states = CountStateSerde.of(counts);

  @Test
  void whatIsWrittenIsRead() {
    for (boolean isPending : List.of(true, false)) {
      CountState state = new CountState(COUNT, 1_500, isPending);

      byte[] bytes = states.serializer().serialize(TOPIC, state);

      assertThat(states.deserializer().deserialize(TOPIC, bytes)).isEqualTo(state);
    }
  }

  @Test
  void aDeletedCountStaysDeleted() {
    assertThat(states.serializer().serialize(TOPIC, null)).isNull();
    assertThat(states.deserializer().deserialize(TOPIC, null)).isNull();
  }

  @Test
  void aCountAsItWasKeptBeforeIsOneThatWasPublishedWhenItChanged() {
    byte[] bytes = counts.serializer().serialize(TOPIC, COUNT);

    assertThat(states.deserializer().deserialize(TOPIC, bytes))
        .isEqualTo(new CountState(COUNT, 1_000, false));
  }

  @Test
  void anUnknownVersionIsRefused() {
    assertThatThrownBy(() -> states.deserializer().deserialize(TOPIC, new byte[] {9, 0}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("unknown version 9");
  }

  private static Serde<IncidentCount> counts() {
    Serde<IncidentCount> serde = new AvroSerde<>();
    serde.configure(
        Map.of("schema.registry.url", "mock://states", "specific.avro.reader", true), false);
    return serde;
  }
}
