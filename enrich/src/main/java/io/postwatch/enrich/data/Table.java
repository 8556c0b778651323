// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table in the jar: a row a line, tabs between columns, | inside a column, # for remarks. */
public final class Table {
  private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);

  private final List<String[]> rows;

  private Table(List<String[]> rows) {
    this.rows = rows;
  }

  /**
   * One row.
   *
   * @param columns its columns, as many as the line has
   */
  public record Row(List<String> columns) {
    /** The text of a column; empty when the line is shorter. */
    public String text(int column) {
      return column < columns.size() ? columns.get(column) : "";
    }

    /** The entries of a column; none when it is empty. */
    public List<String> list(int column) {
      return BAR.splitAsStream(text(column)).filter(entry -> !entry.isEmpty()).toList();
    }
  }

  /** Reads a table that lies beside a class; a missing one is a broken build. */
  public static Table beside(Class<?> owner, String name) {
    InputStream resource = owner.getResourceAsStream(name);
    if (resource == null) {
      throw new IllegalStateException(
          "missing resource " + name + " beside " + owner.getName() + ", expected it in the jar");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return of(reader.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a table in a file. */
  public static Table in(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return of(lines);
    }
  }

  private static Table of(Stream<String> lines) {
    return new Table(
        lines
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .toList());
  }

  /** Its rows, in order. */
  public List<Row> rows() {
    return rows.stream().map(columns -> new Row(List.of(columns))).toList();
  }
}
