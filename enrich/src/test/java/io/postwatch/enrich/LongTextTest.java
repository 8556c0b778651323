// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LongTextTest {
  private static final int MEGABYTE = 1_000_000;

  @Test
  void aHashtagOfAMegabyteIsReadInPart() {
    Spans.check("#" + "Ab".repeat(MEGABYTE / 2));
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void aMegabyteTakesBoundedTime(String unit) {
    String text = unit.repeat(MEGABYTE / unit.length());

    assertTimeout(Duration.ofSeconds(10), () -> Spans.check(text));
  }

  static Stream<String> longTexts() {
    return Stream.of(
        "x",
        " ",
        "#",
        "@",
        "#A",
        "@a.",
        "a.",
        "A.",
        "1,",
        "1-",
        "a'",
        "\u0301",
        "e\u0301\u0316",
        "\ud83d",
        "🇰🇿",
        "مصر ",
        "Kazakhstan ",
        "killed ",
        "5 ",
        "at least 5 people, ",
        "www.",
        "http://",
        "no protest ",
        "police attacked protesters ",
        "#NewYork ",
        "Paris, Texas, ",
        "Maria Garcia and ",
        "University of ",
        "\u202eירושלים ",
        "Za\u0351\u036b\u0343lgo ",
        "San ",
        "SoManyWordsInOne");
  }
}
