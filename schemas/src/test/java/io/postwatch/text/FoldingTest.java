// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "FLOOD, flood",
    "ПРОТЕСТ, протест",
    "İstanbul, istanbul",
    "IŞIK, ışık",
    "Straße, STRASSE",
    "STRAẞE, strasse",
    "ΟΔΟΣ, οδός",
    "ｆｌｏｏｄ, flood",
    "２０２６, 2026",
    "٢٠٢٦, 2026",
    "ﻣﺼﺮ, مصر",
    "مـصـر, مصر",
    "فيضان\u200c, فيضان",
  })
  void caseWidthFormAndDigitsMakeNoDifference(String one, String other) {
    assertThat(Folding.bare(one)).isEqualTo(Folding.bare(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Málaga, malaga",
    "AÑO, ano",
    "Ελλάς, ελλασ",
    "Королёв, королев",
    "مُظاهَرة, مظاهرة",
    "שָׁלוֹם, שלום"
  })
  void aNameWithoutMarksStandsForTheSpellingsWithThem(String written, String plain) {
    assertThat(Folding.bare(written)).isEqualTo(Folding.strict(plain));
    assertThat(Folding.strict(written)).isNotEqualTo(Folding.strict(plain));
  }

  @ParameterizedTest
  @CsvSource({"майдан, маидан", "गुजरात, गजरत", "が, か", "พี่, พ", "Київ, Киiв", "øl, ol"})
  void marksThatMakeAnotherLetterAreKept(String one, String other) {
    assertThat(Folding.bare(one)).isNotEqualTo(Folding.bare(other));
  }

  @Property
  void foldingTwiceIsFoldingOnce(@ForAll String word) {
    assertThat(Folding.bare(Folding.bare(word))).isEqualTo(Folding.bare(word));
  }
}
