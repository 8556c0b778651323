// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.enrich.data.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Russian and Ukrainian adjectives of countries in all their forms, and names of peoples. */
final class CyrillicDemonyms {
  private static final List<String> RUSSIAN =
      List.of("ий", "ая", "ое", "ие", "ого", "ой", "ому", "ую", "им", "ом", "их", "ими");
  private static final List<String> UKRAINIAN =
      List.of("ий", "а", "е", "і", "ого", "ої", "ому", "ій", "у", "им", "ім", "их", "ими");

  private final Map<String, Table.Row> rows;

  CyrillicDemonyms(HandTables tables) throws IOException {
    rows = tables.byKey("cyrillic-demonyms.tsv");
  }

  /** Those of a country; none where the table has none. */
  List<String> of(String country) {
    Table.Row row = rows.getOrDefault(country, new Table.Row(List.of()));
    List<String> forms = new ArrayList<>();
    row.list(1).forEach(stem -> RUSSIAN.forEach(ending -> forms.add(stem + ending)));
    row.list(2).forEach(stem -> UKRAINIAN.forEach(ending -> forms.add(stem + ending)));
    forms.addAll(row.list(3));
    return forms;
  }
}
