// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which posts are kept. */
final class FilterOptions {
  @Option(
      names = "--handle",
      paramLabel = "HANDLE",
      description = "Keep only posts of this author; repeatable.")
  private List<String> handles = List.of();

  @Option(
      names = "--hashtag",
      paramLabel = "TAG",
      description = "Keep only posts with this hashtag; repeatable.")
  private List<String> hashtags = List.of();

  @Option(
      names = "--watch-lists",
      paramLabel = "FILE",
      description = "Note on each post which watch lists of this file watch it.")
  private Path watchLists;

  @Option(names = "--watched-only", description = "Keep only posts that a watch list watches.")
  private boolean watchedOnly;

  /** Adds what was given to settings, over those of the file. */
  void addTo(Map<String, String> settings) {
    SettingsOptions.put(settings, "ingest.handles", handles);
    SettingsOptions.put(settings, "ingest.hashtags", hashtags);
    if (watchLists != null) {
      settings.put("ingest.watch-lists", watchLists.toString());
    }
    if (watchedOnly) {
      settings.put("ingest.watched-only", "true");
    }
  }
}
