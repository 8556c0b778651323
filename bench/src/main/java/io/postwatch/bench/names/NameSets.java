// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import io.postwatch.bench.names.LabelledPost.Name;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The sets of labelled posts that are measured on. */
final class NameSets {
  private static final List<String> SETS = List.of("btc-nh", "wnut17", "tweebank");

  private NameSets() {}

  /**
   * Prints a line a set.
   *
   * @param errors where to list what is wrong, or null
   * @param finder gives the names in a text
   */
  static void report(Path names, PrintStream errors, Function<String, List<Name>> finder)
      throws IOException {
    for (String set : SETS) {
      NamesReport report = NamesReport.ofAll(errors);
      for (LabelledPost post : Conll.read(names.resolve(set + "-dev.conll"))) {
        report.add(post, finder.apply(post.text()));
      }
      System.out.printf("%-10s %s%n", set, report);
    }
    NamesReport places = NamesReport.ofPlaces(errors);
    for (LabelledPost post : Conll.read(names.resolve("idrisi-train.conll"))) {
      if (HeldOut.contains(post)) {
        places.add(post, finder.apply(post.text()));
      }
    }
    System.out.printf("%-10s %s%n", "idrisi", places);
  }
}
