// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.gazetteer.NameRank;
import io.postwatch.enrich.gazetteer.PlaceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Continents, seas and lands that are no single country or province. */
final class Regions {
  private static final double MILLION = 1e6;

  private Regions() {}

  static List<Draft> read(HandTables tables) throws IOException {
    List<Draft> regions = new ArrayList<>();
    for (Table.Row row : tables.rows("regions.tsv")) {
      Draft region =
          Draft.of(
              PlaceKind.REGION,
              row.text(0),
              row.text(7).isEmpty() ? 0 : Long.parseLong(row.text(7)),
              Area.of(row.text(4)),
              Point.of(row.text(1), row.text(2)),
              (long) (MILLION * Double.parseDouble(row.text(3))),
              0);
      region.call(row.text(0), NameRank.PRIMARY);
      region.call(row.list(5), NameRank.PRIMARY);
      region.call(row.list(6), NameRank.DEMONYM);
      regions.add(region);
    }
    return regions;
  }
}
