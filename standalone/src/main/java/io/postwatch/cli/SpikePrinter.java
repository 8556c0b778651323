// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.spikes.DetectedSpike;
import java.time.Instant;
import java.util.Locale;

/** Spikes as JSON, or as a table for people. */
final class SpikePrinter {
  private static final String ROW = "%-20s  %-20s  %10s  %10s  %5s";

  private final Output out;
  private final boolean json;
  private boolean hasHeadings;

  SpikePrinter(Output out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void print(DetectedSpike spike) {
    if (json) {
      out.json(json(spike));
    } else {
      line(spike);
    }
  }

  static ObjectNode json(DetectedSpike spike) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("start", Instant.ofEpochMilli(spike.start()).toString())
        .put("end", Instant.ofEpochMilli(spike.end()).toString())
        .put("observed", spike.observed())
        .put("expected", round(spike.expected()))
        .put("score", round(spike.score()))
        .put("isOver", spike.isOver());
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private void line(DetectedSpike spike) {
    if (!hasHeadings) {
      out.line(ROW.formatted("START (UTC)", "END", "OBSERVED", "EXPECTED", "SCORE"));
      hasHeadings = true;
    }
    out.line(
        String.format(
            Locale.ROOT,
            ROW,
            Instant.ofEpochMilli(spike.start()),
            spike.isOver() ? Instant.ofEpochMilli(spike.end()).toString() : "(lasts)",
            spike.observed(),
            String.format(Locale.ROOT, "%.1f", spike.expected()),
            String.format(Locale.ROOT, "%.2f", spike.score())));
  }
}
