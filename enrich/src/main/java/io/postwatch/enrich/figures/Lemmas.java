// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The singulars of English nouns. */
final class Lemmas {
  private final Map<String, String> irregular = new HashMap<>();

  /** Takes pairs of a plural and its singular with a space between. */
  Lemmas(Set<String> pairs) {
    for (String pair : pairs) {
      int space = pair.indexOf(' ');
      irregular.put(pair.substring(0, space), pair.substring(space + 1));
    }
  }

  /** The singular of a noun in lower case; a singular stays as it is. */
  String singular(String noun) {
    String known = irregular.get(noun);
    if (known != null) {
      return known;
    }
    if (noun.endsWith("men")) {
      return cut(noun, 2) + "an";
    }
    if (noun.endsWith("children")) {
      return cut(noun, 3);
    }
    return noun.endsWith("s") && noun.length() > 3 ? withoutEnding(noun) : noun;
  }

  /** Whether a word has the form of a plural. */
  boolean isPlural(String noun) {
    return !singular(noun).equals(noun) || noun.equals(irregular.get(noun));
  }

  private static String withoutEnding(String noun) {
    if (noun.endsWith("ies") && noun.length() > 4) {
      return cut(noun, 3) + "y";
    }
    if (noun.endsWith("sses")
        || noun.endsWith("ches")
        || noun.endsWith("shes")
        || noun.endsWith("xes")
        || noun.endsWith("oes")) {
      return cut(noun, 2);
    }
    boolean singular = noun.endsWith("ss") || noun.endsWith("us") || noun.endsWith("is");
    return singular ? noun : cut(noun, 1);
  }

  private static String cut(String noun, int letters) {
    return noun.substring(0, noun.length() - letters);
  }
}
