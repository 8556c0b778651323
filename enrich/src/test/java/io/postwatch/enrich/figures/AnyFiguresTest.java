// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Figure;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyFiguresTest {
  private static final FigureFinder FINDER = new FigureFinder();
  private static final int LONG = 60_000;

  @Property(tries = 3000)
  void everyFigureIsInsideTheText(@ForAll("scraps") String text) {
    int length = text.codePointCount(0, text.length());

    assertThat(FINDER.find(PostText.of(text), 100)).allMatch(figure -> isInside(figure, length));
  }

  private static boolean isInside(Figure figure, int length) {
    return figure.getCount() > 0
        && figure.getStart() >= 0
        && figure.getStart() < figure.getEnd()
        && figure.getEnd() <= length;
  }

  /** Scraps of what figures are told in, in any order. */
  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of(
            "12",
            "3-4",
            "1,000",
            "5k",
            "99999999999",
            "one",
            "two",
            "dozen",
            "hundreds",
            "million",
            "a",
            "a man",
            "of",
            "of the",
            "of them",
            "out of",
            "from",
            "to",
            "between",
            "and",
            "in",
            "among",
            "including",
            "at least",
            "up to",
            "or more",
            "+",
            "~",
            "$",
            "%",
            ",",
            ".",
            "(",
            ")",
            "-",
            ":",
            "\n",
            "#",
            "#dead",
            "people",
            "children",
            "cars",
            "fire",
            "killed",
            "killing",
            "themselves",
            "dead",
            "toll",
            "number of",
            "rises",
            "missing",
            "arrested",
            "were",
            "had",
            "not",
            "could",
            "more",
            "bringing",
            "critically",
            "old",
            "year",
            "@x",
            "🔥",
            "\ud83d")
        .list()
        .ofMaxSize(30)
        .map(list -> String.join(list.size() % 3 == 0 ? "" : " ", list));
  }

  @ParameterizedTest
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  @ValueSource(
      strings = {
        "12 ",
        "1,000 ",
        "12-",
        "a man, ",
        "12 dead, ",
        "2 men, ",
        "12 of the ",
        "12 of them ",
        "12 killed and ",
        "12 destroyed, ",
        "including ",
        "million ",
        "toll 12 ",
        "a fire fire "
      })
  void aLongTextTakesNoLongerThanItsLength(String scrap) {
    PostText post = PostText.of(scrap.repeat(LONG / scrap.length()));

    assertThat(FINDER.find(post, 100)).hasSizeLessThanOrEqualTo(100);
  }
}
