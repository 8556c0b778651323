// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** The words of a post in lower case, a space between, and how many letters of each script. */
final class Letters {
  private final StringBuilder words = new StringBuilder().append(' ');
  private final Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
  private int latin;
  private int count;

  /**
   * Adds a word, one with an apostrophe as two; what lies beyond the basic plane is passed over.
   */
  void add(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        words.append(Character.toLowerCase(c));
        count(c);
      } else if (c < 128 || c == '’') {
        endWord();
      }
    }
    endWord();
  }

  private void endWord() {
    if (words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
    }
  }

  private void count(char c) {
    if (c < 128) {
      latin++;
    } else {
      counts.merge(UnicodeScript.of(c), 1, Integer::sum);
    }
    count++;
  }

  /** All letters so far. */
  int count() {
    return count;
  }

  /** Letters of a script. */
  int count(UnicodeScript script) {
    return counts.getOrDefault(script, 0) + (script == UnicodeScript.LATIN ? latin : 0);
  }

  /** The script of most letters; null without letters. */
  UnicodeScript mostUsed() {
    UnicodeScript most = count(UnicodeScript.LATIN) > 0 ? UnicodeScript.LATIN : null;
    for (UnicodeScript script : counts.keySet()) {
      if (most == null || count(script) > count(most)) {
        most = script;
      }
    }
    return most;
  }

  boolean hasAnyOf(String some) {
    for (int i = 0; i < some.length(); i++) {
      if (words.indexOf(some.substring(i, i + 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  void addTrigrams(TrigramModel model, int[] sums) {
    for (int i = 2; i < words.length(); i++) {
      char middle = words.charAt(i - 1);
      if (middle != ' ') {
        model.add(words.charAt(i - 2), middle, words.charAt(i), sums);
      }
    }
  }
}
