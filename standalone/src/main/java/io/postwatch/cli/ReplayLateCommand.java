// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.aggregate.LateReplay;
import io.postwatch.runtime.KafkaSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "replay-late",
    description = {
      "Count what came late after all: put the records of postwatch.late.v1 that have not been"
          + " replayed yet back among the incidents, for the windows that missed them.",
      "Counts that change are published as corrected, by the aggregate stage. What windows have"
          + " forgotten by now (aggregate.retention) is late again."
    })
final class ReplayLateCommand implements Callable<Integer> {
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() throws InterruptedException {
    long replayed = new LateReplay(KafkaSettings.from(connection.load())).run();
    System.err.println(replayed + (replayed == 1 ? " record" : " records") + " replayed");
    return 0;
  }
}
