// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.aggregate.counting.Count;
import io.postwatch.aggregate.counting.Distinct;
import io.postwatch.aggregate.counting.EvidenceSample;
import io.postwatch.aggregate.counting.PostId;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class CountStateSerdeTest {
  /** A double whose bits these are is a signalling NaN, which some conversions change. */
  private static final long AWKWARD = 0x7ff0_0000_0000_0001L;

  private final Serde<CountState> states = CountStateSerde.create();

  @Test
  void aStateIsReadBackWhole() {
    for (CountStatus status : CountStatus.values()) {
      CountState state = new CountState(count(status), 1_234, true, false);

      assertThat(readBack(state)).isEqualTo(state);
    }
  }

  @Test
  void anEmptyStateOfAllPlacesIsReadBackToo() {
    CountState state = new CountState(Count.empty(null, 5), 0, false, true);

    assertThat(readBack(state)).isEqualTo(state);
  }

  @Test
  void everyKindAndModifierOfFiguresIsReadBack() {
    List<CountedFigure> claims = new ArrayList<>();
    for (FigureKind kind : FigureKind.values()) {
      for (FigureModifier modifier : FigureModifier.values()) {
        claims.add(new CountedFigure(kind, 1L, null, modifier, null, "x:1"));
      }
    }
    Count empty = Count.empty(null, 5);
    Count count =
        new Count(
            1,
            1,
            empty.authors(),
            empty.outlets(),
            empty.texts(),
            claims,
            List.of(),
            null,
            CountStatus.FINAL,
            5);

    assertThat(readBack(new CountState(count, 0, false, false)).count().claims()).isEqualTo(claims);
  }

  @Test
  void nothingIsNothing() {
    assertThat(states.serializer().serialize("topic", null)).isNull();
    assertThat(states.deserializer().deserialize("topic", null)).isNull();
  }

  @Test
  void anotherVersionAndCutOffBytesAreRefused() {
    byte[] bytes =
        states
            .serializer()
            .serialize("topic", new CountState(count(CountStatus.FINAL), 1, true, false));
    byte[] newer = bytes.clone();
    newer[0] = 9;

    assertThatThrownBy(() -> states.deserializer().deserialize("topic", newer))
        .isInstanceOf(SerializationException.class)
        .hasMessage("a count of version 9: expected 1");
    assertThatThrownBy(
            () -> states.deserializer().deserialize("topic", java.util.Arrays.copyOf(bytes, 20)))
        .isInstanceOf(SerializationException.class);
  }

  private CountState readBack(CountState state) {
    return states
        .deserializer()
        .deserialize("topic", states.serializer().serialize("topic", state));
  }

  private static Count count(CountStatus status) {
    return new Count(
        3,
        4,
        new Distinct(new long[] {-7, AWKWARD}, new int[] {1, 300}, null, 0),
        new Distinct(new long[0], new int[0], new byte[] {1, 2, 3}, 1_001),
        Distinct.NONE,
        List.of(
            new CountedFigure(FigureKind.KILLED, 3L, null, FigureModifier.EXACT, null, "x:1"),
            new CountedFigure(FigureKind.KILLED, 3L, 9L, FigureModifier.RANGE, "people", "x:2")),
        List.of(new EvidenceSample.Item(new PostId(AWKWARD, -2), 5)),
        "Norvik",
        status,
        99);
  }
}
