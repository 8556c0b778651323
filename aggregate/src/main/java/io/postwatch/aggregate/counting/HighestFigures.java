// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.Figure;
import io.postwatch.schema.Incident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps the highest claimed figure of each kind and modifier, with the post that claims it. */
final class HighestFigures {
  private static final int LONGEST_UNIT = 60;

  private static final Comparator<CountedFigure> ORDER =
      Comparator.comparing(CountedFigure::getKind).thenComparing(CountedFigure::getModifier);

  // A range reaches as high as its upper end; between equal ends the higher lower end says more.
  private static final Comparator<CountedFigure> HEIGHT =
      Comparator.comparingLong(HighestFigures::top).thenComparingLong(CountedFigure::getCount);

  private HighestFigures() {}

  /**
   * The highest figures after an incident; the very list {@code known} when none of its figures is
   * higher. Of equal figures the first stays. A figure that is part of another does not count: the
   * other is the higher one.
   */
  static List<CountedFigure> after(List<CountedFigure> known, Incident incident) {
    List<CountedFigure> highest = known;
    for (Figure figure : incident.getFigures()) {
      if (!figure.getSubset()) {
        highest = after(highest, counted(figure, incident.getPostKey()));
      }
    }
    return highest;
  }

  private static List<CountedFigure> after(List<CountedFigure> known, CountedFigure claimed) {
    for (CountedFigure figure : known) {
      if (ORDER.compare(figure, claimed) == 0 && HEIGHT.compare(figure, claimed) >= 0) {
        return known;
      }
    }
    List<CountedFigure> highest = new ArrayList<>(known);
    highest.removeIf(figure -> ORDER.compare(figure, claimed) == 0);
    highest.add(claimed);
    highest.sort(ORDER);
    return highest;
  }

  private static CountedFigure counted(Figure figure, String postKey) {
    return new CountedFigure(
        figure.getKind(),
        figure.getCount(),
        figure.getUpper(),
        figure.getModifier(),
        Brief.text(figure.getUnit(), LONGEST_UNIT),
        postKey);
  }

  private static long top(CountedFigure figure) {
    return figure.getUpper() == null ? figure.getCount() : figure.getUpper();
  }
}
