// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.ingest.PostFilter;
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

  PostFilter filter() {
    return PostFilter.of(handles, hashtags);
  }

  /** Adds what was given to settings, over those of the file. */
  void addTo(Map<String, String> settings) {
    SettingsOptions.put(settings, "ingest.handles", handles);
    SettingsOptions.put(settings, "ingest.hashtags", hashtags);
  }
}
