// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.AggregateStage;
import io.postwatch.runtime.StageRunner;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "aggregate",
    description =
        "Run the aggregate stage: postwatch.incidents.v1 in, postwatch.incident-counts.v1 and"
            + " postwatch.spikes.v1 out.")
final class AggregateCommand implements Callable<Integer> {
  @Mixin private WindowOptions windows;
  @Mixin private ClockOptions clocks;
  @Mixin private HttpOptions http;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    Map<String, String> options = new HashMap<>();
    windows.addTo(options);
    clocks.addTo(options);
    http.addTo(options, connection.load(options));
    return StageRunner.run(
        "aggregate",
        connection.load(options),
        settings -> AggregateStage.start(AggregateConfig.from(settings)));
  }
}
