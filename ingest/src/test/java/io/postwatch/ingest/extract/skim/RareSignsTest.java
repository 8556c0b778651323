// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RareSignsTest {
  private static boolean isSign(byte b) {
    return "@#%\\P\u00A0".indexOf(b & 0xFF) >= 0;
  }

  private static List<Integer> found(byte[] page) {
    List<Integer> found = new ArrayList<>();
    RareSigns.any(page, at -> !found.add(at));
    return found;
  }

  private static List<Integer> expected(byte[] page) {
    return IntStream.range(0, page.length).filter(at -> isSign(page[at])).boxed().toList();
  }

  @Property(tries = 200)
  void allSignsAreFoundInTheirOrderAndNothingElse(@ForAll @Size(max = 300) byte[] page) {
    assertThat(found(page)).isEqualTo(expected(page));
  }

  @Test
  void alsoBeyondAChunk() {
    byte[] page = new byte[10_000];
    for (int i = 0; i < page.length; i++) {
      page[i] = (byte) (i * 31);
    }

    assertThat(found(page)).isEqualTo(expected(page));
  }

  @Test
  void theSearchEndsWhereTheTestHolds() {
    byte[] page = {'@', 'a', '@'};

    assertThat(RareSigns.any(page, at -> at == 0)).isTrue();
    assertThat(RareSigns.any(page, at -> false)).isFalse();
  }
}
