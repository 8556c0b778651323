// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SnowflakeTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void anIdCarriesTheMillisecondOfItsPost() {
    // (1746360227952 - 1288834974657) << 22, with 5 in the lowest bits.
    long id = ((1746360227952L - 1288834974657L) << 22) + 5;
    assertThat(Snowflake.timeOf(id, LATEST)).contains(Instant.ofEpochMilli(1746360227952L));
  }

  @Test
  void theLastIdBeforeSnowflakeCarriesNoTime() {
    assertThat(Snowflake.timeOf(29_700_859_247L, LATEST)).isEmpty();
    assertThat(Snowflake.timeOf(20, LATEST)).isEmpty();
  }

  @Test
  void aTimeAfterTheLatestIsNotBelieved() {
    assertThat(Snowflake.timeOf(Long.MAX_VALUE, LATEST)).isEmpty();
    assertThat(Snowflake.timeOf(1_480_154_000_000_000_000L, Instant.EPOCH)).isEmpty();
  }
}
