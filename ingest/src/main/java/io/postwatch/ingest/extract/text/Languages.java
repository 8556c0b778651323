// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by their commonest words in which of the languages in Latin letters words are written. */
final class Languages {
  /** The commonest words of each that few of the others have. */
  private static final Map<String, String> COMMONEST =
      Map.ofEntries(
          Map.entry("en", "the of and to is for that it with was on are be this have from at"),
          Map.entry(
              "de", "der die und das ist nicht ein zu den mit sich auf eine auch dem des für"),
          Map.entry(
              "fr", "le les et des du est une pour dans qui pas au sur par ce plus avec nous"),
          Map.entry("es", "el los y del las una para con por es su al lo como más pero este ha"),
          Map.entry("it", "il di che è per una non con del della sono gli le alla anche si nel"),
          Map.entry("pt", "o os do da em um uma para com não é dos na no as mais ao pela são"),
          Map.entry(
              "nl", "het een van en dat niet op voor met zijn aan er ook maar bij naar wordt"),
          Map.entry("pl", "i w na się z że nie jest to dla przez o od po jak ale oraz są"),
          Map.entry("tr", "ve bir bu için ile da de çok olarak daha gibi olan ne ama"),
          Map.entry("sv", "och att det som en på är av för med till den har inte om ett"),
          Map.entry("da", "og at det som en på er af for med til den har ikke om et blev"),
          Map.entry("id", "yang dan di ini itu dengan untuk dari dalam akan pada tidak juga"),
          Map.entry("ro", "și în de la cu pe care este nu din pentru sunt mai fost"),
          Map.entry("cs", "a se v na je že to s z do i o pro jsou ale jako by"));

  private static final Map<String, Map<String, Boolean>> WORDS = new HashMap<>();

  static {
    COMMONEST.forEach(
        (language, words) -> {
          for (String word : words.split(" ")) {
            WORDS.computeIfAbsent(word, none -> new HashMap<>()).put(language, true);
          }
        });
  }

  private static final Pattern WORD = Pattern.compile("(?<![\\p{L}#@/.])\\p{L}{1,6}+(?![\\p{L}/])");

  /** Fewer common words prove nothing. */
  private static final int ENOUGH = 2;

  /** Of another language so many more, or it may be that one. */
  private static final double CLEAR = 1.5;

  private Languages() {}

  /** The language's code; empty where it cannot be said. */
  static String of(String words) {
    Map<String, Integer> hits = new HashMap<>();
    Matcher word = WORD.matcher(words);
    while (word.find()) {
      WORDS
          .getOrDefault(word.group().toLowerCase(Locale.ROOT), Map.of())
          .keySet()
          .forEach(language -> hits.merge(language, 1, Integer::sum));
    }
    String best = "";
    int most = 0;
    int second = 0;
    for (Map.Entry<String, Integer> hit : hits.entrySet()) {
      if (hit.getValue() > most) {
        second = most;
        most = hit.getValue();
        best = hit.getKey();
      } else {
        second = Math.max(second, hit.getValue());
      }
    }
    return most >= ENOUGH && most >= second * CLEAR ? best : "";
  }

  /** True where both are known and differ. */
  static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }
}
