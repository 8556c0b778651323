// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import java.util.List;

/** Claimed figures in stored values. */
final class Claims {
  // Their places are stored: add at the end, whatever the order of the schema's symbols.
  private static final List<FigureKind> KINDS =
      List.of(
          FigureKind.KILLED,
          FigureKind.INJURED,
          FigureKind.DETAINED,
          FigureKind.MISSING,
          FigureKind.DISPLACED,
          FigureKind.PROTESTERS,
          FigureKind.DAMAGED,
          FigureKind.OTHER);

  private static final List<FigureModifier> MODIFIERS =
      List.of(
          FigureModifier.EXACT,
          FigureModifier.AT_LEAST,
          FigureModifier.AT_MOST,
          FigureModifier.ABOUT,
          FigureModifier.RANGE);

  private Claims() {}

  static void write(CountedFigure claim, StateWriter out) {
    out.code(KINDS.indexOf(claim.getKind()));
    out.code(MODIFIERS.indexOf(claim.getModifier()));
    out.number(claim.getCount());
    out.flag(claim.getUpper() != null);
    if (claim.getUpper() != null) {
      out.number(claim.getUpper());
    }
    out.textOrNull(claim.getUnit());
    out.text(claim.getPostKey());
  }

  static CountedFigure read(StateReader in) {
    FigureKind kind = KINDS.get(in.code());
    FigureModifier modifier = MODIFIERS.get(in.code());
    long count = in.number();
    Long upper = in.flag() ? in.number() : null;
    return new CountedFigure(kind, count, upper, modifier, in.textOrNull(), in.text());
  }
}
