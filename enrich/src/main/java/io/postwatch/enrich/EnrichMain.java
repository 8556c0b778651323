// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.runtime.StageRunner;
import io.postwatch.runtime.health.AnsweringStage;

/** Runs the enrich stage as a process of its own. */
public final class EnrichMain {
  private EnrichMain() {}

  public static void main(String[] arguments) {
    StageRunner.main(
        "enrich",
        arguments,
        AnsweringStage.of("enrich", settings -> EnrichStage.start(EnrichConfig.from(settings))));
  }
}
