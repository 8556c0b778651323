// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.figures;

import io.postwatch.schema.Figure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;

/** Reads a labelled figure. */
final class GoldFigure {
  private GoldFigure() {}

  /** Columns: source, id, kind, count, upper, modifier, unit, subset, substring, start. */
  static Figure of(String[] row) {
    int start = Integer.parseInt(row[9]);
    return Figure.newBuilder()
        .setKind(FigureKind.valueOf(row[2]))
        .setCount(Long.parseLong(row[3]))
        .setUpper(row[4].isEmpty() ? null : Long.valueOf(row[4]))
        .setModifier(FigureModifier.valueOf(row[5]))
        .setUnit(row[6])
        .setSubset(row[7].equals("yes"))
        .setStart(start)
        .setEnd(start + row[8].codePointCount(0, row[8].length()))
        .build();
  }
}
