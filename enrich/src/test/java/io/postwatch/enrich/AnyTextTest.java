// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyTextTest {

  @Property(tries = 2000)
  void everySpanIsInsideTheTextAndOnCodePointBorders(@ForAll("posts") String text) {
    Spans.check(text);
  }

  @Property(tries = 500)
  void anyStringWillDo(@ForAll String text) {
    Spans.check(text);
  }

  /** Scraps of what posts are made of, in any order. */
  @Provide
  Arbitrary<String> posts() {
    Arbitrary<String> scraps =
        Arbitraries.of(
            "Kazakhstan",
            "#Peru",
            "#StandWithUkraine",
            "New",
            "Mexico",
            "Washington",
            ", Texas",
            "police",
            "killed",
            "killing themselves",
            "toll rises from",
            "of them",
            "among",
            "(BF)",
            "12",
            "at least",
            "dozens of",
            "people",
            "were",
            "protest",
            "no",
            "strike",
            "@oman",
            "https://t.co/a",
            ".",
            ", ",
            "\n",
            "-",
            "’s",
            "🔥",
            "\ud83d",
            "\udc00",
            "\u0301",
            "\u200d",
            "EU",
            "tear",
            "gas",
            "a",
            "man",
            "5k",
            "1,000",
            "%",
            "$",
            "including",
            "children",
            "İ",
            "ß",
            "ﷺ",
            "#",
            "and",
            "to",
            "30-40",
            "thousand",
            "President",
            "Maria",
            "O’Neill",
            "University of",
            "#AlmatyProtests",
            "#NewYork#Paris",
            "Алматы",
            "Президент",
            "القاهرة",
            "ירושלים",
            "\u202e",
            "\u2067",
            "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033da\u0344l\u0334g\u0337o",
            "🇰🇿",
            "👩‍👩‍👧",
            "(",
            "\"",
            "St.",
            "U.S.");
    return scraps
        .list()
        .ofMaxSize(30)
        .map(list -> String.join(" ", list))
        .map(AnyTextTest::squeeze);
  }

  /** Some of the spaces go, so that scraps touch. */
  private static String squeeze(String text) {
    return text.length() % 2 == 0
        ? text
        : text.replace(" .", ".").replace(" ’", "’").replace("a ", "a");
  }
}
