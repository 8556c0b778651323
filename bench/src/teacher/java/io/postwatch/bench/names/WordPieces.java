// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits words into the pieces that a BERT model knows, the longest first. */
final class WordPieces {
  private static final Pattern RUNS =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|[^\\p{L}\\p{N}\\s_]|_");
  private static final int MOST = 8;

  private final Map<String, Integer> vocabulary;

  private WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
  }

  static WordPieces read(Path file) throws IOException {
    return new WordPieces(new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {}));
  }

  long id(String piece) {
    return vocabulary.get(piece);
  }

  List<Long> of(String word) {
    List<Long> pieces = new ArrayList<>();
    Matcher runs = RUNS.matcher(plain(word));
    while (runs.find()) {
      addRun(runs.group(), pieces);
    }
    if (pieces.isEmpty()) {
      pieces.add(id("[UNK]"));
    }
    return pieces.subList(0, Math.min(MOST, pieces.size()));
  }

  private static String plain(String word) {
    if (isLink(word)) {
      return "url";
    }
    if (word.startsWith("@") && word.length() > 1) {
      return "user";
    }
    return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{Mn}", "");
  }

  static boolean isLink(String word) {
    return word.startsWith("http:") || word.startsWith("https:") || word.startsWith("www.");
  }

  private void addRun(String run, List<Long> pieces) {
    List<Long> found = new ArrayList<>();
    for (int from = 0; from < run.length(); ) {
      int to = run.length();
      while (to > from && !vocabulary.containsKey(piece(run, from, to))) {
        to--;
      }
      if (to == from) {
        pieces.add(id("[UNK]"));
        return;
      }
      found.add(id(piece(run, from, to)));
      from = to;
    }
    pieces.addAll(found);
  }

  private static String piece(String run, int from, int to) {
    return (from > 0 ? "##" : "") + run.substring(from, to);
  }
}
