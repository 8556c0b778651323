// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the gazetteer from GeoNames, CLDR, word lists and tables written by hand. */
final class MakeGazetteer {
  private MakeGazetteer() {}

  /**
   * Writes the gazetteer; the same inputs give the same bytes.
   *
   * @param args the directory of the npm packages, that of the tables written by hand, the file to
   *     write
   */
  public static void main(String[] args) throws IOException {
    Path modules = Path.of(args[0]);
    HandTables tables = new HandTables(Path.of(args[1]));
    Path file = Path.of(args[2]);

    Words words = Words.read(modules, tables);
    List<Draft> settlements = Settlements.read(modules);
    List<Draft> places = new ArrayList<>();
    places.addAll(Towns.of(settlements, tables));
    places.addAll(Divisions.read(modules, settlements, tables, words));
    places.addAll(Countries.read(modules, settlements, tables, words));
    places.addAll(Regions.read(tables));
    places.addAll(Sites.read(tables));
    places.sort(Draft.ORDER);

    NameTable names = NameTable.of(places);
    Files.write(file, GazetteerWriter.bytes(places, names, words));
    System.out.printf("%s: %,d bytes%n", file, Files.size(file));
  }
}
