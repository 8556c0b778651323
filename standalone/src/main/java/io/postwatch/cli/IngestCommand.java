// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.ingest.IngestConfig;
import io.postwatch.ingest.IngestStage;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.StageRunner;
import io.postwatch.runtime.health.AnsweringStage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "ingest",
    description = "Run the ingest stage: articles in, postwatch.posts.v1 out.")
final class IngestCommand implements Callable<Integer> {
  @Option(
      names = "--once",
      description = "End when all input has been read, instead of watching for new files.")
  private boolean once;

  @Mixin private InputOptions inputs;
  @Mixin private FilterOptions filter;
  @Mixin private FetchOptions fetch;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    Map<String, String> options = new HashMap<>();
    inputs.addTo(options);
    filter.addTo(options);
    fetch.addTo(options);
    Settings settings = connection.load(options);
    IngestConfig config = IngestConfig.from(settings, once);
    try (IngestProgress progress = IngestProgress.onStandardError()) {
      int status =
          StageRunner.run(
              "ingest",
              settings,
              AnsweringStage.of("ingest", ignored -> IngestStage.start(config, progress)));
      return Math.max(status, progress.tally().unreadable() > 0 ? 1 : 0);
    }
  }
}
