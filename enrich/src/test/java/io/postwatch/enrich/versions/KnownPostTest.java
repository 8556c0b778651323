// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownPostTest {
  private static final Instant EDITED = Instant.parse("2025-03-04T19:15:34.468Z");

  @Test
  void itsBytesGiveTheSamePost() {
    List<KnownPost> posts =
        List.of(
            KnownPost.standing(null, null, List.of("strike")),
            KnownPost.standing(EDITED, "did:plc:a", List.of("strike", "arrest")),
            KnownPost.standing(EDITED, null, List.of()),
            KnownPost.standing(null, null, List.of("strike")).deleted(),
            KnownPost.standing(EDITED, null, List.of("strike")).deleted());

    assertThat(posts).allSatisfy(post -> assertThat(KnownPost.of(post.bytes())).isEqualTo(post));
  }

  @Test
  void itTakesTenBytesAndItsTopics() {
    assertThat(KnownPost.standing(EDITED, null, List.of("strike", "arrest")).bytes())
        .hasSize(10 + 14);
  }

  @Test
  void bytesOfALaterReleaseAreRefused() {
    byte[] later = KnownPost.standing(EDITED, null, List.of()).bytes();
    later[0] = 2;

    assertThatThrownBy(() -> KnownPost.of(later))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a known post of unknown format 2");
  }
}
