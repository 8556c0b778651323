// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.ingest.IngestObserver;
import io.postwatch.ingest.Tally;
import io.postwatch.ingest.source.Source;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Shows on standard error how far ingest has come, and what it could not read. */
final class IngestProgress implements IngestObserver, AutoCloseable {
  private static final long REFRESH_NANOS = Duration.ofMillis(200).toNanos();

  /** Sooner than that, what a rate foretells is a guess. */
  private static final double FORETOLD_AFTER_SECONDS = 2;

  /** Set by the launcher: Java itself cannot tell what is a terminal. */
  private static final String ERR_ON_TERMINAL = "postwatch.stderr.terminal";

  private static final String OUT_ON_TERMINAL = "postwatch.stdout.terminal";

  /** Back to the start of the line, and clear it. */
  private static final String REDRAW = "\r\u001b[K";

  private final PrintStream err;
  private final boolean isTerminal;
  private final long startNanos = System.nanoTime();
  private volatile Tally tally = Tally.ZERO;
  private OptionalLong total = OptionalLong.empty();
  private long drawnNanos = startNanos;
  private boolean isDrawn;

  IngestProgress(PrintStream err, boolean isTerminal) {
    this.err = err;
    this.isTerminal = isTerminal;
  }

  static IngestProgress onStandardError() {
    return new IngestProgress(System.err, Boolean.getBoolean(ERR_ON_TERMINAL));
  }

  /** For results that go to standard output line by line: a terminal shows one or the other. */
  static IngestProgress besideResults() {
    boolean isFree = !Boolean.getBoolean(OUT_ON_TERMINAL);
    return new IngestProgress(System.err, isFree && Boolean.getBoolean(ERR_ON_TERMINAL));
  }

  /** Looking for the size of all files takes time, which is spent only where it is shown. */
  @Override
  public synchronized void begins(List<Source> sources) {
    if (isTerminal) {
      List<OptionalLong> sizes = sources.stream().map(Source::total).toList();
      total =
          sizes.stream().allMatch(OptionalLong::isPresent)
              ? OptionalLong.of(sizes.stream().mapToLong(OptionalLong::getAsLong).sum())
              : OptionalLong.empty();
    }
  }

  @Override
  public synchronized void progress(Tally now) {
    tally = now;
    if (isTerminal && System.nanoTime() - drawnNanos >= REFRESH_NANOS) {
      drawnNanos = System.nanoTime();
      isDrawn = true;
      err.print(REDRAW + line(now, total, (drawnNanos - startNanos) / 1e9));
      err.flush();
    }
  }

  @Override
  public synchronized void unreadable(String name, String reason) {
    clear();
    err.println("postwatch: " + Printable.of(name) + ": " + Printable.of(reason));
  }

  Tally tally() {
    return tally;
  }

  /**
   * What is shown.
   *
   * @param total bytes of all input, where they are known
   */
  static String line(Tally tally, OptionalLong total, double seconds) {
    String done =
        String.format(
            Locale.ROOT,
            "%,d articles read, %,d posts kept of %,d, %,.0f articles/s",
            tally.items(),
            tally.kept(),
            tally.posts(),
            tally.items() / Math.max(1e-3, seconds));
    return total.isPresent() ? done + left(tally, total.getAsLong(), seconds) : done;
  }

  private static String left(Tally tally, long total, double seconds) {
    long there = tally.bytes() + tally.knownBytes();
    if (total == 0 || there > total) {
      return "";
    }
    String share = ", " + 100 * there / total + "%";
    // Inputs passed over take no time, and say nothing of how long the others take.
    double secondsLeft = seconds * (total - there) / Math.max(1, tally.bytes());
    return seconds < FORETOLD_AFTER_SECONDS || tally.bytes() == 0
        ? share
        : share + ", " + spoken(Math.round(secondsLeft)) + " left";
  }

  private static String spoken(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? seconds / 60 + " min"
            : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
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
