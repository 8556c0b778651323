// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.runtime.StageRunner;
import io.postwatch.runtime.health.AnsweringStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the ingest stage as a process of its own. */
public final class IngestMain {
  private IngestMain() {}

  public static void main(String[] arguments) {
    StageRunner.main(
        "ingest",
        arguments,
        AnsweringStage.of(
            "ingest",
            settings ->
                IngestStage.start(IngestConfig.from(settings, false), new LoggingObserver())));
  }

  /** Says in the log what could not be read. */
  private static final class LoggingObserver implements IngestObserver {
    private static final Logger LOG = LoggerFactory.getLogger(IngestMain.class);

    @Override
    public void progress(Tally tally) {
      LOG.debug("{}", tally);
    }

    @Override
    public void unreadable(String name, String reason) {
      LOG.warn("{}: {}", name, reason);
    }
  }
}
