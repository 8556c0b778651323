// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import java.util.concurrent.CountDownLatch;

/** Waits for Ctrl-C or SIGTERM. */
final class StopSignal {
  private StopSignal() {}

  /**
   * Blocks until the process is told to stop, then runs the action before the process ends.
   *
   * @param atStop may run while this call returns; must bear a second run
   */
  static void await(Runnable atStop) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  atStop.run();
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
  }
}
