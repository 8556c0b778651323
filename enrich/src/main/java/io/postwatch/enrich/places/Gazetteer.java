// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.places.PlaceName.Caution;
import io.postwatch.enrich.places.PlaceName.Sort;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Tokenizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The names of all countries and capitals, and the names that only look like one. */
final class Gazetteer {
  private final Phrases<PlaceName> names = new Phrases<>();

  /** Names of several words, written as one: people do so in hashtags. */
  private final Map<String, PlaceName> joined = new HashMap<>();

  private final Map<String, Set<Caution>> cautions = new HashMap<>();

  private Gazetteer() {}

  /**
   * Reads the tables of this package and the JDK's country names.
   *
   * @param others names of organisations and the like, which win over the places in them
   */
  static Gazetteer load(Collection<String> others) {
    Gazetteer gazetteer = new Gazetteer();
    gazetteer.readCautions();
    others.forEach(name -> gazetteer.add(name, PlaceName.NO_PLACE));
    Table.beside(Gazetteer.class, "not-places.txt")
        .rows()
        .forEach(row -> gazetteer.add(row.text(0), PlaceName.NO_PLACE));
    gazetteer.addCountries();
    gazetteer.addCapitals();
    return gazetteer;
  }

  Phrases<PlaceName> names() {
    return names;
  }

  /** A name of several words written as one, in lower case; null for others. */
  PlaceName joined(String word) {
    return joined.get(word);
  }

  private void readCautions() {
    for (Table.Row row : Table.beside(Gazetteer.class, "cautions.tsv").rows()) {
      Caution caution = Caution.valueOf(row.text(0).toUpperCase(Locale.ROOT));
      row.list(1)
          .forEach(
              name ->
                  cautions
                      .computeIfAbsent(key(name, " "), key -> EnumSet.noneOf(Caution.class))
                      .add(caution));
    }
  }

  /** English names first, demonyms last: the first meaning of a name stays. */
  private void addCountries() {
    List<Table.Row> ours = Table.beside(Gazetteer.class, "countries.tsv").rows();
    Map<String, Place> countries = countries(ours);
    countries.values().forEach(country -> add(country.name(), country, Sort.ENGLISH));
    for (Table.Row row : ours) {
      row.list(2).forEach(alias -> add(alias, countries.get(row.text(0)), Sort.ENGLISH));
    }
    for (Place country : countries.values()) {
      add(CountryNames.english(country.country()), country, Sort.ENGLISH);
      CountryNames.foreign(country.country()).forEach(name -> add(name, country, Sort.FOREIGN));
    }
    for (Table.Row row : ours) {
      row.list(3).forEach(demonym -> add(demonym, countries.get(row.text(0)), Sort.DEMONYM));
    }
  }

  private static Map<String, Place> countries(List<Table.Row> ours) {
    Map<String, Place> countries = new TreeMap<>();
    CountryNames.codes()
        .forEach(code -> countries.put(code, Place.country(code, CountryNames.english(code))));
    ours.stream()
        .filter(row -> !row.text(1).isEmpty())
        .forEach(row -> countries.put(row.text(0), Place.country(row.text(0), row.text(1))));
    return countries;
  }

  private void addCapitals() {
    Map<String, Place> capitals = new HashMap<>();
    for (Table.Row row : Table.beside(Gazetteer.class, "capitals.tsv").rows()) {
      Place capital =
          new Place(
              Long.valueOf(row.text(2)),
              row.text(1),
              row.text(0),
              Double.valueOf(row.text(3)),
              Double.valueOf(row.text(4)),
              Place.Kind.CAPITAL);
      capitals.put(capital.country(), capital);
      add(capital.name(), capital, Sort.CAPITAL);
      row.list(5).forEach(name -> add(name, capital, Sort.FOREIGN_CAPITAL));
    }
    for (Table.Row row : Table.beside(Gazetteer.class, "countries.tsv").rows()) {
      row.list(4).forEach(name -> add(name, capitals.get(row.text(0)), Sort.CAPITAL));
    }
  }

  private void add(String name, Place place, Sort sort) {
    add(name, new PlaceName(place, sort, cautions.getOrDefault(key(name, " "), Set.of())));
  }

  private void add(String name, PlaceName meaning) {
    if (meaning.is(Caution.DROPPED)) {
      return;
    }
    names.putIfAbsent(name, meaning);
    if (meaning.isPlace()) {
      joined.putIfAbsent(key(name, ""), meaning);
    }
  }

  private static String key(String name, String glue) {
    return Tokenizer.tokenize(name).stream().map(Token::norm).collect(Collectors.joining(glue));
  }
}
