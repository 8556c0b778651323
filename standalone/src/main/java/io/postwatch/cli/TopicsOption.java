// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which topics posts are read for. */
final class TopicsOption {
  @Option(
      names = "--topics",
      paramLabel = "FILE",
      description =
          "Find the topics of this file instead of those that come with Postwatch, or in addition to"
              + " them where it says \"extends: default\"; topics-check tries it.")
  private Path file;

  /** Adds what was given to settings, over those of the file. */
  void addTo(Map<String, String> settings) {
    if (file != null) {
      settings.put("enrich.topics", file.toString());
    }
  }
}
