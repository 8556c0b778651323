// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.ingest.IngestObserver;
import io.postwatch.ingest.Tally;
import java.io.PrintStream;
import java.time.Duration;

/** Shows on standard error how far ingest has come, and what it could not read. */
final class IngestProgress implements IngestObserver, AutoCloseable {
  private static final long REFRESH_NANOS = Duration.ofMillis(200).toNanos();

  /** Set by the launcher: Java itself cannot tell whether standard error is a terminal. */
  private static final String ON_TERMINAL = "postwatch.stderr.terminal";

  /** Back to the start of the line, and clear it. */
  private static final String REDRAW = "\r\u001b[K";

  private final PrintStream err;
  private final boolean isTerminal;
  private final long startNanos = System.nanoTime();
  private volatile Tally tally = Tally.ZERO;
  private long drawnNanos;
  private boolean isDrawn;

  IngestProgress(PrintStream err, boolean isTerminal) {
    this.err = err;
    this.isTerminal = isTerminal;
  }

  static IngestProgress onStandardError() {
    return new IngestProgress(System.err, Boolean.getBoolean(ON_TERMINAL));
  }

  @Override
  public synchronized void progress(Tally now) {
    tally = now;
    if (isTerminal && System.nanoTime() - drawnNanos >= REFRESH_NANOS) {
      drawnNanos = System.nanoTime();
      isDrawn = true;
      err.print(REDRAW + line());
      err.flush();
    }
  }

  @Override
  public synchronized void unreadable(String name, String reason) {
    clear();
    err.println("postwatch: " + name + ": " + reason);
  }

  Tally tally() {
    return tally;
  }

  private String line() {
    double seconds = Math.max(1e-3, (System.nanoTime() - startNanos) / 1e9);
    return String.format(
        "%,d articles read, %,d posts kept of %,d, %,.0f articles/s",
        tally.items(), tally.kept(), tally.posts(), tally.items() / seconds);
  }

  private void clear() {
    if (isDrawn) {
      err.print(REDRAW);
      isDrawn = false;
    }
  }

  @Override
  public synchronized void close() {
    clear();
  }
}
