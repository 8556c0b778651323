// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostLengthTest {

  @Test
  void theLimitWasDoubledInNovember2017() {
    assertThat(PostLength.limitOn(Optional.of(LocalDate.of(2017, 11, 6)))).isEqualTo(140);
    assertThat(PostLength.limitOn(Optional.of(LocalDate.of(2017, 11, 7)))).isEqualTo(280);
    assertThat(PostLength.limitOn(Optional.empty())).isEqualTo(280);
  }

  @Test
  void aLinkCountsAs23AndOneAtTheEndNotAtAll() {
    assertThat(PostLength.of("Look https://example.com/a/very/long/path here"))
        .isEqualTo(4 + 1 + 23 + 1 + 4);
    assertThat(PostLength.of("Look here pic.twitter.com/aB3dE5fG7h")).isEqualTo(9);
  }

  @Test
  void theNamesThatOpenAReplyAreNotCounted() {
    assertThat(PostLength.of("@ana @ben yes")).isEqualTo(3);
  }

  @Test
  void chineseAndEmojiCountTwice() {
    assertThat(PostLength.of("东京🔥")).isEqualTo(6);
  }

  @Test
  void whiteSpaceCountsAsOneHoweverTheScraperWroteIt() {
    assertThat(PostLength.of("one\n\n\ntwo   three")).isEqualTo(13);
  }
}
