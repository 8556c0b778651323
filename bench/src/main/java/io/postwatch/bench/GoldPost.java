// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A post that people found embedded in a page.
 *
 * @param handle as the page tells it, in lower case; empty where it tells none
 * @param day the day that the page shows
 * @param hasText whether the page has the post's own words
 * @param shape the kind of markup
 */
record GoldPost(
    String platform,
    String id,
    String handle,
    Optional<LocalDate> day,
    boolean hasText,
    String shape) {

  private static final int COLUMNS = 7;

  /**
   * Reads a table with the columns file, platform, post_id, handle, date_shown, has_text, shape.
   *
   * @return the posts by page; pages without any have an empty list
   */
  static Map<String, List<GoldPost>> read(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .skip(1)
        .map(line -> line.split("\t", COLUMNS))
        .collect(
            Collectors.groupingBy(
                row -> row[0],
                LinkedHashMap::new,
                Collectors.filtering(
                    row -> !row[1].equals("-"),
                    Collectors.mapping(GoldPost::of, Collectors.toList()))));
  }

  private static GoldPost of(String[] row) {
    Optional<LocalDate> day = Optional.of(row[4]).filter(d -> !d.isEmpty()).map(LocalDate::parse);
    return new GoldPost(row[1], row[2], row[3], day, row[5].equals("yes"), row[6]);
  }
}
