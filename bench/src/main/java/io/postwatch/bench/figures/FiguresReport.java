// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.figures;

import io.postwatch.bench.Score;
import io.postwatch.schema.Figure;
import io.postwatch.schema.FigureKind;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Compares figures found with figures labelled. */
final class FiguresReport {
  private static final BiPredicate<Figure, Figure> SAME =
      (one, other) ->
          one.getKind() == other.getKind()
              && one.getCount() == other.getCount()
              && one.getModifier() == other.getModifier();

  private final PrintStream errors;
  private final Score all = new Score();
  private final Map<FigureKind, Score> kinds = new EnumMap<>(FigureKind.class);
  private final Map<String, Score> sources = new TreeMap<>();
  private final Score upper = new Score();
  private final Score unit = new Score();
  private final Score subset = new Score();
  private final Score span = new Score();
  private int traps;
  private int silentTraps;

  /** Lists what is missed and invented, unless {@code errors} is null. */
  FiguresReport(PrintStream errors) {
    this.errors = errors;
  }

  void add(LabelledText text, List<Figure> found) {
    List<Figure> gold = text.figures();
    score(all, gold, found, SAME);
    score(sources.computeIfAbsent(text.source(), source -> new Score()), gold, found, SAME);
    for (FigureKind kind : FigureKind.values()) {
      Score score = kinds.computeIfAbsent(kind, key -> new Score());
      score(score, of(kind, gold), of(kind, found), SAME);
    }
    score(upper, gold, found, SAME.and(same(Figure::getUpper)));
    score(unit, gold, found, SAME.and(same(Figure::getUnit)));
    score(subset, gold, found, SAME.and(same(Figure::getSubset)));
    score(span, gold, found, SAME.and(same(Figure::getStart)).and(same(Figure::getEnd)));
    if (text.isTrap()) {
      traps++;
      silentTraps += found.isEmpty() ? 1 : 0;
    }
    if (errors != null) {
      list(text, found);
    }
  }

  private static BiPredicate<Figure, Figure> same(Function<Figure, Object> part) {
    return (one, other) -> Objects.equals(part.apply(one), part.apply(other));
  }

  private static List<Figure> of(FigureKind kind, List<Figure> figures) {
    return figures.stream().filter(figure -> figure.getKind() == kind).toList();
  }

  private static void score(
      Score score, List<Figure> gold, List<Figure> found, BiPredicate<Figure, Figure> same) {
    int missed = without(gold, found, same).size();
    score.add(gold.size() - missed, found.size(), gold.size());
  }

  /** The figures that have no partner; each of the others is partner of one at most. */
  private static List<Figure> without(
      List<Figure> figures, List<Figure> others, BiPredicate<Figure, Figure> same) {
    List<Figure> free = new ArrayList<>(others);
    List<Figure> alone = new ArrayList<>();
    for (Figure figure : figures) {
      int partner = 0;
      while (partner < free.size() && !same.test(figure, free.get(partner))) {
        partner++;
      }
      if (partner < free.size()) {
        free.remove(partner);
      } else {
        alone.add(figure);
      }
    }
    return alone;
  }

  private void list(LabelledText text, List<Figure> found) {
    BiPredicate<Figure, Figure> wholly =
        SAME.and(same(Figure::getUpper))
            .and(same(Figure::getUnit))
            .and(same(Figure::getSubset))
            .and(same(Figure::getStart))
            .and(same(Figure::getEnd));
    List<Figure> missed = without(text.figures(), found, wholly);
    List<Figure> invented = without(found, text.figures(), wholly);
    if (missed.isEmpty() && invented.isEmpty()) {
      return;
    }
    boolean detail =
        without(text.figures(), found, SAME).isEmpty()
            && without(found, text.figures(), SAME).isEmpty();
    errors.printf("%s %s %s%n", detail ? "detail" : "wrong ", text.id(), text.text());
    missed.forEach(figure -> errors.println("   missed   " + line(text.text(), figure)));
    invented.forEach(figure -> errors.println("   invented " + line(text.text(), figure)));
  }

  private static String line(String text, Figure figure) {
    String words =
        text.substring(
            text.offsetByCodePoints(0, figure.getStart()),
            text.offsetByCodePoints(0, figure.getEnd()));
    return String.format(
        "%s %d%s %s %s%s [%s]",
        figure.getKind(),
        figure.getCount(),
        figure.getUpper() == null ? "" : "-" + figure.getUpper(),
        figure.getModifier(),
        figure.getUnit(),
        figure.getSubset() ? " (subset)" : "",
        words);
  }

  @Override
  public String toString() {
    StringBuilder report = new StringBuilder();
    line(report, "kind, count and modifier", all);
    sources.forEach((source, score) -> line(report, "  " + source, score));
    kinds.forEach((kind, score) -> line(report, "  " + kind, score));
    line(report, "and upper", upper);
    line(report, "and unit", unit);
    line(report, "and subset", subset);
    line(report, "and span", span);
    return report
        .append(String.format("texts without a figure: %d of %d have none%n", silentTraps, traps))
        .toString();
  }

  private static void line(StringBuilder report, String name, Score score) {
    report.append(
        String.format(
            "%-25s F1 %.3f  precision %.3f (%d of %d)  recall %.3f (%d of %d)%n",
            name,
            score.f1(),
            score.precision(),
            score.right(),
            score.found(),
            score.recall(),
            score.right(),
            score.labelled()));
  }
}
