// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.spikes.SeriesRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesRowsTest {
  private final List<String> complaints = new ArrayList<>();

  @Test
  void headingByteOrderMarkEmptyLinesAndLineEndsAreNoRows() throws IOException {
    assertThat(
            read(
                "\uFEFFtimestamp,value\r\n\r\n2025-01-01 00:00:00,1\r\n2025-01-01 00:05:00,2\r\n\n"))
        .extracting(SeriesRow::count)
        .containsExactly(1L, 2L);
    assertThat(read("2025-01-01 00:00:00,1")).hasSize(1);
    assertThat(complaints).isEmpty();
  }

  @Test
  void aBadRowIsOneLineThatSaysWhereAndWhatWasExpectedAndTheRestIsRead() throws IOException {
    List<SeriesRow> rows =
        read(
            """
            timestamp,value
            2025-01-01 00:00:00,1
            2025-01-01 00:05:00,many
            2025-01-01 00:10:00,3
            2025-01-01 00:10:00,4
            """);

    assertThat(rows).extracting(SeriesRow::count).containsExactly(1L, 3L);
    assertThat(complaints)
        .containsExactly(
            "s.csv, line 3: value \"many\": expected a whole number from 0 to 999999999999",
            "s.csv, line 5: 2025-01-01T00:10:00Z: expected a time after the row before,"
                + " 2025-01-01T00:10:00Z");
  }

  @Test
  void aFileOfNothingButBadRowsIsNotAFloodOfComplaints() throws IOException {
    assertThat(read("x\n".repeat(10_000) + "y".repeat(1_000_000))).isEmpty();

    assertThat(complaints).hasSize(21).last().isEqualTo("s.csv: 10001 bad rows in all, left out");
    assertThat(complaints).allSatisfy(line -> assertThat(line).hasSizeLessThan(300));
  }

  private List<SeriesRow> read(String text) throws IOException {
    SeriesRows rows =
        new SeriesRows("s.csv", new BufferedReader(new StringReader(text)), complaints::add);
    List<SeriesRow> read = new ArrayList<>();
    for (Optional<SeriesRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      read.add(row.get());
    }
    return read;
  }
}
