// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedPositionTest {
  @Property(tries = 200)
  void anIdIsReadAsItWasWritten(
      @ForAll int stream,
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = Long.MAX_VALUE) Long> next) {
    FeedPosition position =
        new FeedPosition(stream, next.stream().mapToLong(Long::longValue).toArray());

    assertThat(FeedPosition.of(position.toId())).isEqualTo(position);
    assertThat(position.toId()).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "17", "not an id", "%00", "AA", "____________________________"})
  void anythingElseIsRefused(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> FeedPosition.of(id));
  }

  @Test
  void anIdThatWasCutShortIsRefused() {
    byte[] whole = Base64.getUrlDecoder().decode(at(300, 70_000).toId());
    String id = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(whole, whole.length - 1));

    assertThatIllegalArgumentException().isThrownBy(() -> FeedPosition.of(id));
  }

  @Test
  void reachesWhatIsNowhereAhead() {
    assertThat(at(5, 7).reaches(at(5, 7))).isTrue();
    assertThat(at(5, 8).reaches(at(5, 7))).isTrue();
    assertThat(at(4, 8).reaches(at(5, 7))).isFalse();
  }

  private static FeedPosition at(long... next) {
    return new FeedPosition(1, next);
  }
}
