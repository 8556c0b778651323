// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.Figure;
import io.postwatch.schema.Incident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the highest claimed figures of each kind and modifier, each with the post that claims it:
 * the first is published, the others stand by for when its post is taken back.
 */
final class HighestFigures {
  /** So many posts may be taken back before a figure that was claimed is missing. */
  static final int KEPT = 5;

  private static final int LONGEST_UNIT = 60;

  private static final Comparator<CountedFigure> GROUPS =
      Comparator.comparing(CountedFigure::getKind).thenComparing(CountedFigure::getModifier);

  // A range reaches as high as its upper end; between equal ends the higher lower end says more.
  private static final Comparator<CountedFigure> HEIGHT =
      Comparator.comparingLong(HighestFigures::top).thenComparingLong(CountedFigure::getCount);

  private static final Comparator<CountedFigure> HIGHEST_FIRST =
      GROUPS.thenComparing(HEIGHT.reversed());

  private HighestFigures() {}

  /**
   * What an incident claims; a figure that is part of another is left out, since that is higher.
   */
  static List<CountedFigure> claims(Incident incident) {
    return incident.getFigures().stream()
        .filter(figure -> !figure.getSubset())
        .map(figure -> claim(figure, incident.getPostKey()))
        .toList();
  }

  /**
   * The highest claims after another one; the very list {@code known} when it is not among them. Of
   * equal claims the first stays first, and a post has one of a kind and modifier.
   */
  static List<CountedFigure> with(List<CountedFigure> known, CountedFigure claim) {
    List<CountedFigure> kept = new ArrayList<>(known);
    for (CountedFigure figure : known) {
      if (GROUPS.compare(figure, claim) == 0 && figure.getPostKey().equals(claim.getPostKey())) {
        if (HEIGHT.compare(figure, claim) >= 0) {
          return known;
        }
        kept.remove(figure);
      }
    }
    kept.add(claim);
    kept.sort(HIGHEST_FIRST);
    List<CountedFigure> group =
        kept.stream().filter(figure -> GROUPS.compare(figure, claim) == 0).toList();
    if (group.size() <= KEPT) {
      return List.copyOf(kept);
    }
    CountedFigure lowest = group.get(KEPT);
    if (lowest == claim) {
      return known;
    }
    kept.removeIf(figure -> figure == lowest);
    return List.copyOf(kept);
  }

  /** The claims of other posts; the very list {@code known} when all are. */
  static List<CountedFigure> without(List<CountedFigure> known, String postKey) {
    List<CountedFigure> others =
        known.stream().filter(figure -> !figure.getPostKey().equals(postKey)).toList();
    return others.size() == known.size() ? known : others;
  }

  /** The highest of each kind and modifier, in the order of the schema. */
  static List<CountedFigure> highest(List<CountedFigure> known) {
    List<CountedFigure> highest = new ArrayList<>();
    for (CountedFigure figure : known) {
      if (highest.isEmpty() || GROUPS.compare(highest.get(highest.size() - 1), figure) != 0) {
        highest.add(figure);
      }
    }
    return highest;
  }

  private static CountedFigure claim(Figure figure, String postKey) {
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
