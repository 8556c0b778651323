// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.gazetteer.NameRank;
import io.postwatch.enrich.gazetteer.PlaceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Countries and dependent territories, their peoples, and other names of their capitals. */
final class Countries {
  private static final Table.Row NOTHING = new Table.Row(List.of());
  private static final double MILLION = 1e6;
  private static final int LONGEST_ABBREVIATION = 6;

  private final Map<String, Table.Row> points;
  private final Map<String, Table.Row> rows;
  private final CyrillicDemonyms demonyms;
  private final Set<String> regions;
  private final Words words;

  private Countries(HandTables tables, Words words) throws IOException {
    this.words = words;
    points = tables.byKey("country-points.tsv");
    rows = tables.byKey("countries.tsv");
    demonyms = new CyrillicDemonyms(tables);
    regions = new HashSet<>();
    for (Table.Row row : tables.rows("regions.tsv")) {
      regions.add(row.text(0));
      regions.addAll(row.list(5));
      regions.addAll(row.list(6));
    }
  }

  /** Reads them; capitals among the settlements get their other names. */
  static List<Draft> read(Path modules, List<Draft> settlements, HandTables tables, Words words)
      throws IOException {
    Countries countries = new Countries(tables, words);
    CountryNames names = CountryNames.read(modules);
    Map<String, List<Draft>> towns =
        settlements.stream()
            .filter(town -> !town.names().isEmpty() && town.kind() != PlaceKind.DISTRICT)
            .collect(Collectors.groupingBy(town -> town.area().country()));
    List<Draft> found = new ArrayList<>();
    names
        .english()
        .forEach(
            (code, english) -> {
              List<Draft> own = towns.getOrDefault(code, List.of());
              if (!own.isEmpty() || countries.points.containsKey(code)) {
                found.add(countries.country(code, english, own, names.others(code)));
                countries.nameCapital(code, own);
              }
            });
    return found;
  }

  private Draft country(String code, String english, List<Draft> towns, List<String> others) {
    Table.Row row = rows.getOrDefault(code, NOTHING);
    Table.Row given = points.getOrDefault(code, NOTHING);
    boolean placed = !given.text(1).isEmpty();
    Draft country =
        Draft.of(
            PlaceKind.COUNTRY,
            row.text(1).isEmpty() ? english : row.text(1),
            given.text(4).isEmpty() ? 0 : Long.parseLong(given.text(4)),
            Area.of(code),
            placed ? Point.of(given.text(1), given.text(2)) : Point.middle(towns),
            placed
                ? (long) (MILLION * Double.parseDouble(given.text(3)))
                : towns.stream().mapToLong(Draft::population).sum(),
            0);
    country.call(english, NameRank.PRIMARY);
    country.call(country.name(), NameRank.PRIMARY);
    country.call(others, NameRank.ALTERNATE);
    country.dropAlternates(words::isSomethingElse);
    ownNames(row.list(2))
        .forEach(
            name ->
                country.call(
                    name, isAbbreviation(name) ? NameRank.ABBREVIATION : NameRank.PRIMARY));
    country.call(ownNames(row.list(3)), NameRank.DEMONYM);
    country.call(demonyms.of(code), NameRank.DEMONYM);
    return country;
  }

  /** Scotland and the Scots are not the United Kingdom where they are a region. */
  private List<String> ownNames(List<String> names) {
    return names.stream().filter(name -> !regions.contains(name)).toList();
  }

  private static boolean isAbbreviation(String name) {
    return name.length() <= LONGEST_ABBREVIATION && name.equals(name.toUpperCase(Locale.ROOT));
  }

  private void nameCapital(String code, List<Draft> towns) {
    List<String> names = rows.getOrDefault(code, NOTHING).list(4);
    towns.stream()
        .filter(town -> town.kind() == PlaceKind.CAPITAL)
        .forEach(
            capital -> {
              capital.dropAlternates(words::isSomethingElse);
              capital.call(names, NameRank.ALTERNATE);
            });
  }
}
