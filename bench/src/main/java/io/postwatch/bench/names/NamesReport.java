// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import io.postwatch.bench.Score;
import io.postwatch.bench.names.LabelledPost.Name;
import io.postwatch.schema.EntityType;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares names found with names labelled, by exact span and type. */
final class NamesReport {
  private static final Set<EntityType> TYPES =
      new TreeSet<>(List.of(EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANIZATION));

  private final Set<EntityType> types;
  private final PrintStream errors;
  private final Map<EntityType, Score> scores = new EnumMap<>(EntityType.class);
  private final Score all = new Score();

  private NamesReport(Set<EntityType> types, PrintStream errors) {
    this.types = types;
    this.errors = errors;
    types.forEach(type -> scores.put(type, new Score()));
  }

  /** A report on all three types. */
  static NamesReport ofAll(PrintStream errors) {
    return new NamesReport(TYPES, errors);
  }

  /** A report on places, where nothing else is labelled. */
  static NamesReport ofPlaces(PrintStream errors) {
    return new NamesReport(Set.of(EntityType.LOCATION), errors);
  }

  void add(LabelledPost labelled, List<Name> found) {
    for (EntityType type : types) {
      List<Name> gold = labelled.names().stream().filter(name -> name.type() == type).toList();
      List<Name> ours = found.stream().filter(name -> name.type() == type).toList();
      int right = (int) ours.stream().filter(gold::contains).count();
      scores.get(type).add(right, ours.size(), gold.size());
      all.add(right, ours.size(), gold.size());
      if (errors != null) {
        list(labelled, "missed", gold, ours);
        list(labelled, "false", ours, gold);
      }
    }
  }

  private void list(LabelledPost post, String what, List<Name> names, List<Name> others) {
    for (Name name : names) {
      if (!others.contains(name)) {
        errors.printf(
            "%s %s [%s] %s%n",
            what, name.type(), post.text().substring(name.at(), name.until()), post.text());
      }
    }
  }

  @Override
  public String toString() {
    StringBuilder line =
        new StringBuilder(
            String.format(
                "%.1f (precision %.1f, recall %.1f)",
                100 * all.f1(), 100 * all.precision(), 100 * all.recall()));
    if (types.size() > 1) {
      scores.forEach(
          (type, score) -> line.append(String.format(", %s %.1f", type, 100 * score.f1())));
    }
    return line.toString();
  }
}
