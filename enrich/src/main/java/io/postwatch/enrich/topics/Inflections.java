// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.data.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The forms of English words, as verb and as noun: regular ones by rule, the others from a table.
 *
 * <p>Forms that do not exist ("protestes") do no harm: no text has them.
 */
final class Inflections {
  private static final String VOWELS = "aeiou";

  /** After these a final consonant is doubled: stop, stopped. */
  private static final int SHORT = 4;

  private final Map<String, List<String>> irregular = new HashMap<>();
  private final Set<String> doubling;

  Inflections() {
    Set<String> doubled = new LinkedHashSet<>();
    for (Table.Row row : Table.beside(Inflections.class, "inflections.tsv").rows()) {
      if (row.list(1).isEmpty()) {
        doubled.add(row.text(0));
      } else {
        irregular.put(row.text(0), row.list(1));
      }
    }
    doubling = doubled;
  }

  /** The word and all its forms, all in lower case. */
  Set<String> of(String word) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(word);
    forms.add(withS(word));
    forms.add(present(word));
    List<String> past = irregular.get(word);
    if (past == null) {
      forms.add(past(word));
    } else {
      forms.addAll(past);
    }
    return forms;
  }

  /** Whether a form is one that can follow "is": striking. */
  static boolean isPresentParticiple(String form) {
    return form.endsWith("ing");
  }

  private static String withS(String word) {
    if (endsWithConsonantAndY(word)) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    boolean hissing =
        word.endsWith("s")
            || word.endsWith("x")
            || word.endsWith("z")
            || word.endsWith("ch")
            || word.endsWith("sh");
    return word + (hissing ? "es" : "s");
  }

  private String present(String word) {
    boolean silent = word.endsWith("e") && !word.endsWith("ee") && !word.endsWith("ye");
    return (silent ? word.substring(0, word.length() - 1) : doubled(word)) + "ing";
  }

  private String past(String word) {
    if (word.endsWith("e")) {
      return word + "d";
    }
    return endsWithConsonantAndY(word)
        ? word.substring(0, word.length() - 1) + "ied"
        : doubled(word) + "ed";
  }

  private String doubled(String word) {
    int last = word.length() - 1;
    boolean shortVowel =
        last >= 2
            && last < SHORT
            && VOWELS.indexOf(word.charAt(last - 1)) >= 0
            && VOWELS.indexOf(word.charAt(last - 2)) < 0
            && (VOWELS + "wxy").indexOf(word.charAt(last)) < 0;
    return shortVowel || doubling.contains(word) ? word + word.charAt(last) : word;
  }

  private static boolean endsWithConsonantAndY(String word) {
    int last = word.length() - 1;
    return last > 0 && word.charAt(last) == 'y' && VOWELS.indexOf(word.charAt(last - 1)) < 0;
  }
}
