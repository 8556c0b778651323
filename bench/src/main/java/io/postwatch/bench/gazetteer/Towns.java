// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.gazetteer.NameRank;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Towns with the names that the press gives them. */
final class Towns {
  private Towns() {}

  /** Those of GeoNames' settlements that are kept, with what towns.tsv adds. */
  static List<Draft> of(List<Draft> settlements, HandTables tables) throws IOException {
    Map<String, Table.Row> more = tables.byKey("towns.tsv");
    List<Draft> towns = settlements.stream().filter(town -> !town.names().isEmpty()).toList();
    for (Draft town : towns) {
      Table.Row row = more.remove(Long.toString(town.geonameId()));
      if (row != null) {
        town.call(row.list(1), NameRank.ABBREVIATION);
        town.call(row.list(2), NameRank.PRIMARY);
      }
    }
    if (!more.isEmpty()) {
      throw new IOException("towns.tsv: no towns " + more.keySet() + " in cities500");
    }
    return towns;
  }
}
