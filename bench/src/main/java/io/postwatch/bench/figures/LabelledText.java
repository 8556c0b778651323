// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.figures;

import io.postwatch.schema.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text and the figures that people read in it.
 *
 * @param source the set that it is from
 * @param figures in their order; none for a trap
 */
record LabelledText(String source, String id, String text, List<Figure> figures) {

  /** The texts of {@code texts-dev.tsv} with the figures of {@code figures-dev.tsv}, in order. */
  static List<LabelledText> read(Path directory) throws IOException {
    Map<String, LabelledText> byId = new HashMap<>();
    List<LabelledText> texts = new ArrayList<>();
    Map<String, String> words = words(directory.resolve("texts-dev.tsv"));
    for (String[] row : rows(directory.resolve("figures-dev.tsv"))) {
      String id = row[1];
      if (!byId.containsKey(id)) {
        texts.add(new LabelledText(row[0], id, words.get(id), new ArrayList<>()));
        byId.put(id, texts.get(texts.size() - 1));
      }
      if (!row[2].equals("-")) {
        byId.get(id).figures.add(GoldFigure.of(row));
      }
    }
    return texts;
  }

  private static Map<String, String> words(Path file) throws IOException {
    Map<String, String> words = new HashMap<>();
    for (String[] row : rows(file)) {
      words.put(row[0], row[1]);
    }
    return words;
  }

  /** The columns of each line but the first. */
  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split("\t", -1)).toList();
  }

  boolean isTrap() {
    return figures.isEmpty();
  }
}
