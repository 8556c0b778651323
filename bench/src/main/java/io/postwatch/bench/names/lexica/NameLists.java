// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names.lexica;

import io.postwatch.enrich.names.Lexicon;
import io.postwatch.enrich.names.NamePart;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What nlp4j's lists of names say of words and phrases. */
final class NameLists {
  private static final int LONGEST_PHRASE = 4;

  /** Names of which a word must be part for that to be more than chance. */
  private static final int SEVERAL = 3;

  private static final int OFTEN = 30;

  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, int[]> partOf = new HashMap<>();
  private final Map<String, Integer> phrases = new HashMap<>();

  private NameLists() {}

  static NameLists read(Lexica lexica) throws IOException {
    NameLists lists = new NameLists();
    lexica.names(lists::add);
    return lists;
  }

  private void add(String name, Set<String> numbers) {
    String lower = name.toLowerCase(Locale.ROOT);
    String[] words = lower.split(" ");
    int kinds = 0;
    for (String number : numbers) {
      kinds |= kind(Integer.parseInt(number));
    }
    if (words.length == 1) {
      exact.merge(words[0], kinds, (a, b) -> a | b);
      return;
    }
    if (has(kinds, NamePart.PERSON)) {
      count(words[0], 0);
      count(words[words.length - 1], 1);
    }
    for (String word : words) {
      if (has(kinds, NamePart.LOCATION)) {
        count(word, 2);
      }
      if (has(kinds, NamePart.ORGANIZATION)) {
        count(word, 3);
      }
    }
    int kept = kinds & (NamePart.LOCATION.bit() | NamePart.ORGANIZATION.bit());
    if (kept != 0 && words.length <= LONGEST_PHRASE && name.matches("[\\p{L}\\p{N}' ]+")) {
      phrases.merge(lower, kept, (a, b) -> a | b);
    }
  }

  private void count(String word, int place) {
    partOf.computeIfAbsent(word, any -> new int[4])[place]++;
  }

  private static boolean has(int kinds, NamePart part) {
    return (kinds & part.bit()) != 0;
  }

  /** The lists' numbers are those of nlp4j. */
  private static int kind(int number) {
    return switch (number) {
      case 0, 13 -> NamePart.ORGANIZATION.bit();
      case 1, 6, 7 -> NamePart.LOCATION.bit() | NamePart.WELL_KNOWN_LOCATION.bit();
      case 11 -> NamePart.LOCATION.bit();
      case 4, 14 -> NamePart.PERSON.bit();
      case 5 -> NamePart.NATIONALITY.bit();
      case 3 -> NamePart.PROFESSION.bit();
      case 8, 10, 15 -> NamePart.WORK.bit();
      case 9 -> NamePart.EVENT.bit();
      case 12 -> NamePart.PRODUCT.bit();
      default -> 0;
    };
  }

  /** Whether a word is part of many names. */
  boolean isCommon(String lower) {
    int[] counts = partOf.get(lower);
    return counts != null && counts[0] + counts[1] + counts[2] + counts[3] >= 2 * SEVERAL;
  }

  /** The bits of each word that posts know or that is part of several names. */
  SortedMap<Integer, Short> parts(Set<String> known) {
    SortedMap<Integer, Short> parts = new TreeMap<>();
    exact.forEach(
        (word, kinds) -> {
          if (known.contains(word) || isCommon(word) || has(kinds, NamePart.WELL_KNOWN_LOCATION)) {
            put(parts, word, kinds);
          }
        });
    partOf.forEach((word, counts) -> put(parts, word, bits(counts)));
    return parts;
  }

  private static void put(SortedMap<Integer, Short> parts, String word, int bits) {
    if (bits != 0) {
      parts.merge(Lexicon.key(word), (short) bits, (a, b) -> (short) (a | b));
    }
  }

  private static int bits(int[] counts) {
    return bit(counts[0], SEVERAL, NamePart.GIVEN_NAME)
        | bit(counts[0], OFTEN, NamePart.OFTEN_GIVEN_NAME)
        | bit(counts[1], SEVERAL, NamePart.FAMILY_NAME)
        | bit(counts[1], OFTEN, NamePart.OFTEN_FAMILY_NAME)
        | bit(counts[2], SEVERAL, NamePart.LOCATION_PART)
        | bit(counts[3], SEVERAL, NamePart.ORGANIZATION_PART);
  }

  private static int bit(int count, int least, NamePart part) {
    return count >= least ? part.bit() : 0;
  }

  /** The kinds of the names of several words. */
  SortedMap<Integer, Short> phrases() {
    SortedMap<Integer, Short> kinds = new TreeMap<>();
    phrases.forEach(
        (phrase, bits) -> {
          if (allCommon(phrase)) {
            kinds.merge(Lexicon.key(phrase), (short) (int) bits, (a, b) -> (short) (a | b));
          }
        });
    return kinds;
  }

  /** The tagger looks phrases up only where it knows the first and the last word. */
  private boolean allCommon(String phrase) {
    for (String word : phrase.split(" ")) {
      int[] counts = partOf.get(word);
      if (bits(counts) == 0 && !exact.containsKey(word)) {
        return false;
      }
    }
    return true;
  }
}
