// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostKeyTest {
  private static final LocalDate DAY = LocalDate.of(2025, 5, 4);

  private static FoundPost post(String id, String handle, LocalDate day, String text) {
    return new FoundPost("x", id, handle, null, text, day, List.of(), null);
  }

  @Test
  void aPostWithAnIdIsKnownByIt() {
    assertThat(PostKey.of(post("42", "ana", DAY, "any"))).isEqualTo("x:42");
  }

  @Test
  void theHashIsStableAcrossVersions() {
    assertThat(PostKey.of(post(null, "ana", DAY, "Bridge gone")))
        .isEqualTo("x:~" + PostKey.sha256("2025-05-04\nana\nbridgegone").substring(0, 16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bridge gone in #Kisumu, “all” of it.",
        "Bridge gone\n\nin #Kisumu, \"all\" of it. pic.twitter.com/aB3dE5fG7h",
        "Bridge gone in #Kisumu, «all» of it.https://t.co/aB3dE5fG7h",
        "  BRIDGE GONE – in #Kisumu — all of it!",
        "Ｂridge gone in #Kisumu, all of it 😢",
      })
  void scrapersThatDifferInSpacesQuotesAndLinksGiveOneKey(String text) {
    assertThat(PostKey.of(post(null, "AnaDemo", DAY, text)))
        .isEqualTo(PostKey.of(post(null, "anademo", DAY, "Bridge gone in #Kisumu, all of it.")));
  }

  @Test
  void otherWordsAnotherAuthorOrAnotherDayAreOtherPosts() {
    assertThat(
            List.of(
                PostKey.of(post(null, "ana", DAY, "Bridge gone")),
                PostKey.of(post(null, "ana", DAY, "Bridges gone")),
                PostKey.of(post(null, "ben", DAY, "Bridge gone")),
                PostKey.of(post(null, "ana", DAY.plusDays(1), "Bridge gone")),
                PostKey.of(post(null, "ana", null, "Bridge gone")),
                PostKey.of(post(null, null, DAY, "Bridge gone"))))
        .doesNotHaveDuplicates();
  }
}
