// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;

/** Claimed figures in stored values. */
final class Claims {
  private Claims() {}

  static void write(CountedFigure claim, StateWriter out) {
    out.text(claim.getKind().name());
    out.text(claim.getModifier().name());
    out.number(claim.getCount());
    out.flag(claim.getUpper() != null);
    if (claim.getUpper() != null) {
      out.number(claim.getUpper());
    }
    out.textOrNull(claim.getUnit());
    out.text(claim.getPostKey());
  }

  static CountedFigure read(StateReader in) {
    FigureKind kind = FigureKind.valueOf(in.text());
    FigureModifier modifier = FigureModifier.valueOf(in.text());
    long count = in.number();
    Long upper = in.flag() ? in.number() : null;
    return new CountedFigure(kind, count, upper, modifier, in.textOrNull(), in.text());
  }
}
