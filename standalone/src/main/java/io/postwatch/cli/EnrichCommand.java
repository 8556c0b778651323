// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.enrich.EnrichConfig;
import io.postwatch.enrich.EnrichStage;
import io.postwatch.runtime.StageRunner;
import io.postwatch.runtime.health.AnsweringStage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "enrich",
    description =
        "Run the enrich stage: postwatch.posts.v1 in, postwatch.posts.enriched.v1 and"
            + " postwatch.incidents.v1 out. Edits and deletions take back what a post reported in the"
            + " last 30 days (enrich.remember).")
final class EnrichCommand implements Callable<Integer> {
  @Mixin private TopicsOption topics;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    Map<String, String> options = new HashMap<>();
    topics.addTo(options);
    return StageRunner.run(
        "enrich",
        connection.load(options),
        AnsweringStage.of("enrich", settings -> EnrichStage.start(EnrichConfig.from(settings))));
  }
}
