// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.figures;

import io.postwatch.bench.Corpus;
import io.postwatch.enrich.figures.FigureFinder;
import io.postwatch.enrich.tokens.PostText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;

/** Scores the finder of figures on texts in which people read them. */
public final class Figures {
  private static final int MOST = 1000;

  private Figures() {}

  /** Takes a directory of labelled data; {@code --errors} lists what is missed and invented. */
  public static void main(String[] args) throws IOException {
    Path directory = Corpus.of(args).require("figures");
    PrintStream errors = Arrays.asList(args).contains("--errors") ? System.out : null;
    FigureFinder finder = new FigureFinder();
    FiguresReport report = new FiguresReport(errors);
    for (LabelledText text : LabelledText.read(directory)) {
      report.add(text, finder.find(PostText.of(text.text()), MOST));
    }
    System.out.print(report);
  }
}
