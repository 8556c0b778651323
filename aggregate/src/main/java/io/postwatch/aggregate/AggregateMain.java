// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.runtime.StageRunner;

/** Runs the aggregate stage as a process of its own. */
public final class AggregateMain {
  private AggregateMain() {}

  public static void main(String[] arguments) {
    StageRunner.main(
        "aggregate", arguments, settings -> AggregateStage.start(AggregateConfig.from(settings)));
  }
}
