// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.Tally;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IngestProgressTest {
  private static Tally tally(long bytes, long knownBytes) {
    return new Tally(1_200, 0, 0, 40, 30, 0, 0, bytes, knownBytes);
  }

  @Test
  void showsWhatIsDoneAndHowFast() {
    assertThat(IngestProgress.line(tally(0, 0), OptionalLong.empty(), 10))
        .isEqualTo("1,200 articles read, 30 posts kept of 40, 120 articles/s");
  }

  @Test
  void showsHowMuchIsLeftWhereThatIsKnown() {
    assertThat(IngestProgress.line(tally(250, 0), OptionalLong.of(1000), 10))
        .endsWith(", 25%, 30 s left");
    assertThat(IngestProgress.line(tally(1, 0), OptionalLong.of(1000), 10))
        .endsWith(", 0%, 2 h 46 min left");
    assertThat(IngestProgress.line(tally(250, 0), OptionalLong.of(1000), 1)).endsWith(", 25%");
  }

  @Test
  void whatWasReadByAnEarlierRunDoesNotMakeTheRestLookFast() {
    assertThat(IngestProgress.line(tally(100, 500), OptionalLong.of(1000), 30))
        .endsWith(", 60%, 2 min left");
  }

  @Test
  void saysNothingOfProgressWhereNobodyWatches() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (IngestProgress progress =
        new IngestProgress(new PrintStream(err, true, StandardCharsets.UTF_8), false)) {
      progress.progress(tally(1, 0));
      progress.unreadable("a.html", "empty");
    }

    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("postwatch: a.html: empty\n");
  }
}
