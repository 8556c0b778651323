// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.enrich.data.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables written by hand.
 *
 * @param root their directory
 */
record HandTables(Path root) {

  /** The rows of a table, in order. */
  List<Table.Row> rows(String name) throws IOException {
    return Table.in(root.resolve(name)).rows();
  }

  /** The rows of a table by what stands in their first column. */
  Map<String, Table.Row> byKey(String name) throws IOException {
    Map<String, Table.Row> rows = new HashMap<>();
    for (Table.Row row : rows(name)) {
      if (rows.put(row.text(0), row) != null) {
        throw new IOException(name + ": two rows for " + row.text(0) + ", expected one");
      }
    }
    return rows;
  }
}
