// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EachOnceTest {
  private static final Instant SHOWN = Instant.parse("2024-05-01T12:00:00Z");

  private static FoundPost post(String handle, String text, Instant shownAt) {
    return new FoundPost("tiktok", "7", handle, null, text, null, shownAt, List.of(), null);
  }

  @Test
  void aPostShownTwiceKeepsTheWordsOfOneAndTheFactsOfBoth() {
    assertThat(EachOnce.of(List.of(post(null, "", SHOWN), post("ana", "Fire", null))))
        .containsExactly(post("ana", "Fire", SHOWN));
    assertThat(EachOnce.of(List.of(post("ana", "", null), post("ben", "", SHOWN))))
        .containsExactly(post("ana", "", SHOWN));
  }

  @Test
  void ofWordsThatDifferInWhiteSpaceThoseInLinesAreKept() {
    FoundPost flat = post("ana", "Fire. Stay away", null);
    FoundPost lines = post("ana", "Fire.\n\nStay away", null);
    assertThat(EachOnce.of(List.of(flat, lines))).containsExactly(lines);
    assertThat(EachOnce.of(List.of(lines, flat))).containsExactly(lines);
    FoundPost other = post("ana", "Fire.\n\nCome here", null);
    assertThat(EachOnce.of(List.of(flat, other))).containsExactly(flat);
  }
}
