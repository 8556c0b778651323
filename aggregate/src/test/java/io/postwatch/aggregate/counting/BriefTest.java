// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BriefTest {
  @Test
  void aShortTextStaysAndALongOneIsCut() {
    assertThat(Brief.text("abc", 3)).isEqualTo("abc");
    assertThat(Brief.text("abcd", 3)).isEqualTo("abc");
    assertThat(Brief.text(null, 3)).isNull();
  }

  @Test
  void aCharacterOfTwoUnitsIsNotCutInHalf() {
    assertThat(Brief.text("ab😀c", 3)).isEqualTo("ab");
    assertThat(Brief.text("ab😀c", 4)).isEqualTo("ab😀");
  }

  @Test
  void anAddressIsWholeOrNotThere() {
    assertThat(Brief.address("https://x", 9)).isEqualTo("https://x");
    assertThat(Brief.address("https://xy", 9)).isNull();
    assertThat(Brief.address(null, 9)).isNull();
  }
}
