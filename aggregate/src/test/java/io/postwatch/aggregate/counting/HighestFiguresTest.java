// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import static io.postwatch.aggregate.Incidents.claiming;
import static io.postwatch.aggregate.Incidents.figure;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.killed;
import static io.postwatch.schema.FigureModifier.AT_LEAST;
import static io.postwatch.schema.FigureModifier.EXACT;
import static io.postwatch.schema.FigureModifier.RANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.Figure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.Incident;
import java.util.List;
import org.junit.jupiter.api.Test;

class HighestFiguresTest {
  @Test
  void aHigherClaimTakesThePlaceOfALowerOne() {
    assertThat(claims(killed(3, EXACT), killed(5, EXACT), killed(4, EXACT)))
        .containsExactly("KILLED EXACT 5 of x:1");
  }

  @Test
  void ofEqualClaimsTheFirstStays() {
    assertThat(claims(killed(5, EXACT), killed(5, EXACT))).containsExactly("KILLED EXACT 5 of x:0");
  }

  @Test
  void claimsOfAnotherKindOrModifierStandBesideEachOtherInTheOrderOfTheSchema() {
    Figure injured = new Figure(FigureKind.INJURED, 9L, null, EXACT, null, false, 0, 1);

    assertThat(claims(injured, killed(2, AT_LEAST), killed(1, EXACT)))
        .containsExactly(
            "KILLED EXACT 1 of x:2", "KILLED AT_LEAST 2 of x:1", "INJURED EXACT 9 of x:0");
  }

  @Test
  void aRangeIsAsHighAsItsUpperEnd() {
    assertThat(claims(range(10, 20), range(5, 30), range(25, 28)))
        .containsExactly("KILLED RANGE 5 of x:1");
  }

  @Test
  void ofRangesThatEndAlikeTheOneThatBeginsHigherSaysMore() {
    assertThat(claims(range(10, 20), range(15, 20))).containsExactly("KILLED RANGE 15 of x:1");
  }

  @Test
  void partsOfAnotherFigureDoNotCount() {
    assertThat(claims(figure(8, null, EXACT, true), killed(2, EXACT)))
        .containsExactly("KILLED EXACT 2 of x:1");
  }

  @Test
  void theVeryListComesBackWhenAClaimIsNotAmongTheHighest() {
    List<CountedFigure> known = List.of();
    for (int i = 0; i < HighestFigures.KEPT; i++) {
      known = with(known, claiming(incident("" + i, "a"), killed(5, EXACT)));
    }

    assertThat(with(known, claiming(incident("9", "a"), killed(4, EXACT)))).isSameAs(known);
    assertThat(with(known, claiming(incident("1", "a"), killed(5, EXACT)))).isSameAs(known);
  }

  @Test
  void aLongUnitIsCut() {
    Figure figure = killed(1, EXACT);
    figure.setUnit("u".repeat(1000));

    assertThat(HighestFigures.claims(claiming(incident("1", "a"), figure)))
        .singleElement()
        .satisfies(counted -> assertThat(counted.getUnit()).hasSize(60));
  }

  @Test
  void whenAPostIsTakenBackTheNextHighestClaimTakesItsPlace() {
    List<CountedFigure> known = List.of();
    for (int i = 1; i <= 9; i++) {
      known = with(known, claiming(incident("" + i, "a"), killed(i, EXACT), killed(1, AT_LEAST)));
    }

    List<CountedFigure> others = HighestFigures.without(known, "x:9");

    assertThat(HighestFigures.highest(others))
        .extracting(CountedFigure::getCount, CountedFigure::getPostKey)
        .containsExactly(tuple(8L, "x:8"), tuple(1L, "x:1"));
  }

  @Test
  void aPostHasOneClaimOfAKindAndModifierItsHighest() {
    Incident twice = claiming(incident("1", "a"), killed(3, EXACT), killed(5, EXACT));

    assertThat(with(with(List.of(), twice), twice))
        .singleElement()
        .satisfies(claim -> assertThat(claim.getCount()).isEqualTo(5));
  }

  private static List<CountedFigure> with(List<CountedFigure> known, Incident incident) {
    List<CountedFigure> after = known;
    for (CountedFigure claim : HighestFigures.claims(incident)) {
      after = HighestFigures.with(after, claim);
    }
    return after;
  }

  private static Figure range(long count, long upper) {
    return figure(count, upper, RANGE, false);
  }

  /** What stands after posts x:0, x:1, … have claimed one figure each. */
  private static List<String> claims(Figure... figures) {
    List<CountedFigure> highest = List.of();
    for (int i = 0; i < figures.length; i++) {
      highest = with(highest, claiming(incident("" + i, "a"), figures[i]));
    }
    return HighestFigures.highest(highest).stream()
        .map(
            f -> f.getKind() + " " + f.getModifier() + " " + f.getCount() + " of " + f.getPostKey())
        .toList();
  }
}
