// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** What is read. */
final class InputOptions {
  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description =
          "Files, directories, globs, URLs of pages, feeds and sitemaps, or - for standard input;"
              + " those of the settings when none is given. Files are pages in HTML or text, WARC,"
              + " or posts as JSON (lines of extract, APIs and streams of X, Mastodon and Bluesky,"
              + " archives of X), packed by gzip or Zstandard or not.")
  private List<String> inputs = List.of();

  /** Adds what was given to settings, over those of the file. */
  void addTo(Map<String, String> settings) {
    SettingsOptions.put(settings, "ingest.inputs", inputs);
  }
}
