// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.gazetteer.NameRank;
import io.postwatch.enrich.gazetteer.PlaceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Airports, squares and buildings that are in the news. */
final class Sites {
  /** Among namesakes a site in the news weighs as much as a town of so many people. */
  private static final long PEOPLE = 50_000;

  private Sites() {}

  static List<Draft> read(HandTables tables) throws IOException {
    List<Draft> sites = new ArrayList<>();
    for (Table.Row row : tables.rows("sites.tsv")) {
      Draft site =
          Draft.of(
              PlaceKind.SITE,
              row.text(0),
              0,
              Area.of(row.text(3)),
              Point.of(row.text(1), row.text(2)),
              row.text(5).isEmpty() ? PEOPLE : Long.parseLong(row.text(5)),
              0);
      site.call(row.text(0), NameRank.PRIMARY);
      site.call(row.list(4), NameRank.PRIMARY);
      sites.add(site);
    }
    return sites;
  }
}
