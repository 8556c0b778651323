// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Figure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureFinderTest {
  private static final FigureFinder FINDER = new FigureFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 people were killed in the flood | KILLED 12 EXACT
          The storm killed 1,240 people | KILLED 1240 EXACT
          1.240 muertos: 1.240 dead | KILLED 1240 EXACT
          Nearly 5k protesters in the square | PROTESTERS 5000 ABOUT
          More than 3 thousand people have been detained | DETAINED 3000 AT_LEAST
          twenty-two miners are missing | MISSING 22 EXACT
          two hundred and ten houses were burned down | DAMAGED 210 EXACT
          A dozen hikers were injured | INJURED 12 EXACT
          two dozen farmers arrested | DETAINED 24 EXACT
          Dozens of sailors drowned | KILLED 12 AT_LEAST
          Tens of thousands of residents fled | DISPLACED 10000 AT_LEAST
          Several hundred students marched | PROTESTERS 100 AT_LEAST
          Up to 40 shops were looted and 15 destroyed | DAMAGED 15 EXACT
          As many as 70 wounded | INJURED 70 AT_MOST
          An estimated 900 families were evacuated | DISPLACED 900 ABOUT
          Between 30 and 40 soldiers were wounded | INJURED 30-40 RANGE
          300-400 people were arrested | DETAINED 300-400 RANGE
          100+ dead | KILLED 100 AT_LEAST
          No fewer than six nurses died | KILLED 6 AT_LEAST
          Death toll: 31 | KILLED 31 EXACT
          The death toll from the quake climbs to 77 | KILLED 77 EXACT
          A man was shot dead outside a bar | KILLED 1 EXACT
          Police detained an opposition activist | DETAINED 1 EXACT
          9 killed, 30 hurt | KILLED 9 EXACT, INJURED 30 EXACT
          Fire killed eight and wounded dozens | KILLED 8 EXACT, INJURED 12 AT_LEAST
          Over 60 cars, 12 buses and shops were torched | DAMAGED 60 AT_LEAST, DAMAGED 12 EXACT
          They arrested four men and two women | DETAINED 4 EXACT, DETAINED 2 EXACT
          7 out of 10 sailors were kidnapped | DETAINED 7 EXACT
          Two people in the car were killed | KILLED 2 EXACT
          """)
  void aFigureIsReadWithItsKindAndModifier(String text, String figures) {
    assertThat(find(text).stream().map(FigureFinderTest::summary).collect(Collectors.joining(", ")))
        .isEqualTo(figures);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In 2021 the army fired on crowds",
        "Ada Field, 34, was killed",
        "An 8-year-old, aged 8, at 10.55am on 3 March",
        "The fire destroyed 12,000 acres",
        "They lost $400 million and €20",
        "25% of homes were damaged",
        "The quake of magnitude 6.1, 40 km from town, killed nobody",
        "Call 555-010-2299 if you are missing",
        "Shells hit 20 miles away, 3 days after",
        "Covid-19 and F-16 and Highway 15",
        "Two gunmen shot at the door",
        "It could kill up to 60 people",
        "No one was killed",
        "30 survivors were rescued",
        "The flood killed 200 sheep",
        "At least 40 diplomats were expelled",
        "One of the leaders died"
      })
  void whatCountsNobodyIsNoFigure(String text) {
    assertThat(find(text)).isEmpty();
  }

  @Test
  void aPartOfAFigureIsASubset() {
    assertThat(find("At least 30 people died, including 4 children"))
        .extracting(Figure::getCount, Figure::getSubset, Figure::getUnit)
        .containsExactly(tuple(30L, false, "people"), tuple(4L, true, "children"));
    assertThat(find("50 people were killed\n- This includes at least 3 nurses"))
        .extracting(Figure::getKind, Figure::getCount, Figure::getModifier, Figure::getSubset)
        .containsExactly(
            tuple(FigureKind.KILLED, 50L, FigureModifier.EXACT, false),
            tuple(FigureKind.KILLED, 3L, FigureModifier.AT_LEAST, true));
  }

  @Test
  void theSpanIsTheNumberWithItsModifier() {
    String text = "🌊 More than 20 homes were damaged";
    Figure figure = find(text).get(0);

    assertThat(figure.getStart()).isEqualTo(2);
    assertThat(figure.getEnd()).isEqualTo(14);
    assertThat(figure.getUnit()).isEqualTo("homes");
  }

  @Test
  void aFigureToldTwiceIsOne() {
    assertThat(find("12 people were killed. The 12 people killed were miners.")).hasSize(1);
  }

  private static String summary(Figure figure) {
    String upper = figure.getUpper() == null ? "" : "-" + figure.getUpper();
    return figure.getKind() + " " + figure.getCount() + upper + " " + figure.getModifier();
  }

  private static List<Figure> find(String text) {
    return FINDER.find(PostText.of(text), 100);
  }
}
