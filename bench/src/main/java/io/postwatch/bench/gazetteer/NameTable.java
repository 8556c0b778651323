// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.gazetteer.NameHash;
import io.postwatch.enrich.gazetteer.NameRank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** All names by their numbers, each with the places that it means. */
final class NameTable {
  /** Towns from here on have a name whatever else it means. */
  private static final long LARGE = 400_000;

  /** Towns from here on are written as one word in hashtags. */
  private static final long JOINED = 100_000;

  private final SortedMap<Long, Name> names = new TreeMap<>();
  private final Set<Long> prefixes = new TreeSet<>();

  private NameTable() {}

  /**
   * One name.
   *
   * @param spelling its words
   * @param meanings its places, the one with most people first
   */
  record Name(String spelling, List<Meaning> meanings) {}

  /**
   * A place that a name means.
   *
   * @param id the place's number
   * @param place the place
   * @param rank what sort of name it is for the place
   */
  record Meaning(int id, Draft place, NameRank rank) {}

  /** The names of places, whose numbers are their positions. */
  static NameTable of(List<Draft> places) {
    NameTable table = new NameTable();
    for (int id = 0; id < places.size(); id++) {
      int own = id;
      Draft place = places.get(id);
      place.names().forEach((spelling, rank) -> table.add(spelling, new Meaning(own, place, rank)));
    }
    Comparator<Meaning> mostPeople =
        Comparator.comparingLong(meaning -> -meaning.place.population());
    table.names.values().forEach(name -> name.meanings.sort(mostPeople.thenComparing(Meaning::id)));
    return table;
  }

  private void add(String spelling, Meaning meaning) {
    Name name =
        names.computeIfAbsent(number(spelling), key -> new Name(spelling, new ArrayList<>()));
    if (!name.spelling.equals(spelling)) {
      throw new IllegalStateException(
          name.spelling + " and " + spelling + " have the same number, expected none to");
    }
    name.meanings.add(meaning);
  }

  private long number(String spelling) {
    long state = NameHash.START;
    for (int at = 0; at < spelling.length(); ) {
      int end = spelling.indexOf(' ', at);
      int until = end < 0 ? spelling.length() : end;
      state = NameHash.word(state, spelling.substring(at, until));
      if (end >= 0) {
        prefixes.add(NameHash.key(state));
        state = NameHash.border(state);
      }
      at = until + 1;
    }
    return NameHash.key(state);
  }

  /** Names by their numbers, in order. */
  SortedMap<Long, Name> names() {
    return names;
  }

  /** The numbers of words that a longer name begins with. */
  Set<Long> prefixes() {
    return prefixes;
  }

  /** The flags of a name, see {@link Gazetteer}. */
  static int flags(Name name, Words words) {
    Draft place = name.meanings.get(0).place;
    String spelling = name.spelling;
    boolean common =
        isLarge(place)
            ? words.isCommonThoughLarge(spelling)
            : List.of(spelling.split(" ")).stream().allMatch(words::isCommon);
    return (common ? Gazetteer.COMMON_WORD : 0)
        | (words.isFirstName(spelling) ? Gazetteer.PERSON : 0);
  }

  private static boolean isLarge(Draft place) {
    return switch (place.kind()) {
      case REGION, COUNTRY, CAPITAL, ADMIN1 -> true;
      case CITY, ADMIN2, DISTRICT, SITE -> place.population() > LARGE;
    };
  }

  /** Names of several words that people write as one, by the number of that: its position. */
  SortedMap<Long, Integer> joined() {
    SortedMap<Long, Integer> joined = new TreeMap<>();
    TreeMap<Long, Long> people = new TreeMap<>();
    int position = 0;
    for (Name name : names.values()) {
      Draft place = name.meanings.get(0).place;
      if (name.spelling.contains(" ") && isWrittenAsOne(place)) {
        String word = name.spelling.replace(" ", "");
        long number = NameHash.key(NameHash.word(NameHash.START, word));
        if (people.merge(number, place.population(), Math::max) == place.population()) {
          joined.put(number, position);
        }
      }
      position++;
    }
    return joined;
  }

  private static boolean isWrittenAsOne(Draft place) {
    return !place.kind().isTown() || place.population() > JOINED;
  }
}
