// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionsTest {
  @ParameterizedTest
  @CsvSource({
    "харькове, харьков",
    "москве, москва",
    "россии, россия",
    "мариуполе, мариуполь",
    "україною, україна",
    "харкові, харків",
    "mexicos, mexico",
    "antakya’da, antakya",
    "l’ukraine, ukraine",
    "وبغداد, بغداد",
    "بالقاهرة, القاهرة"
  })
  void theDictionaryFormIsAmongThoseTried(String inflected, String name) {
    assertThat(Inflections.nominatives(inflected.replace("’", ""), inflected)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({"iran", "омске1", "ohio", "дом"})
  void otherWordsHaveNone(String word) {
    assertThat(Inflections.nominatives(word, word)).isEmpty();
  }
}
