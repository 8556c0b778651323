// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.WatchListCountKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class CountKeyTest {
  @Property(tries = 300)
  void aKeyIsReadBackFromItsBytes(
      @ForAll Clock clock,
      @ForAll @StringLength(max = 64) String list,
      @ForAll @StringLength(max = 256) String topic,
      @ForAll @StringLength(max = 20) String place,
      @ForAll @LongRange(min = 0) long start,
      @ForAll @IntRange(min = 1, max = 366 * 86_400) int seconds) {
    CountKey key =
        new CountKey(clock, readable(list), readable(topic), readable(place), start, size(seconds));

    assertThat(CountKey.of(key.bytes())).isEqualTo(key);
  }

  @Property(tries = 300)
  void noKeyIsThePrefixOfAnother(
      @ForAll @Size(6) @UniqueElements List<@StringLength(max = 3) String> texts) {
    byte[] one = key(texts.subList(0, 3)).bytes();
    byte[] other = key(texts.subList(3, 6)).bytes();

    int shorter = Math.min(one.length, other.length);
    assertThat(Arrays.copyOf(one, shorter)).isNotEqualTo(Arrays.copyOf(other, shorter));
  }

  @Test
  void thePublishedKeySaysTheSame() {
    assertThat(new CountKey(Clock.SEEN, "desk", "strike", "NO", 0, WindowSize.HOUR).published())
        .isEqualTo(
            new WatchListCountKey(Clock.SEEN, "desk", "strike", "NO", Instant.EPOCH, 3_600_000L));
    assertThat(new CountKey(Clock.SEEN, "", "strike", "NO", 3_600_000, WindowSize.HOUR).published())
        .isEqualTo(
            new IncidentCountKey(
                Clock.SEEN, "strike", "NO", Instant.ofEpochMilli(3_600_000), 3_600_000L));
  }

  private static CountKey key(List<String> texts) {
    return new CountKey(
        Clock.POSTED,
        readable(texts.get(0)),
        readable(texts.get(1)),
        readable(texts.get(2)),
        0,
        WindowSize.DAY);
  }

  private static WindowSize size(long seconds) {
    return new WindowSize(seconds * 1000);
  }

  /** Halves of surrogate pairs have no UTF-8 form; Avro's strings never hold them. */
  private static String readable(String text) {
    return text.replaceAll("\\p{Cs}", "");
  }
}
