// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import io.postwatch.runtime.Stage;
import io.postwatch.schema.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

/**
 * Prints how long after its arrival an incident is in published counts, for several least times
 * between two updates of a count, and what that costs; then how long after a window has closed on a
 * stream that fell silent its final counts can be read.
 */
final class UpdateLatency {
  private static final long SEED = 7;
  private static final int PER_SECOND = 1_000;
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  /** What is not in its counts by then is not late but lost. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final long POLL_MILLIS = 20;

  private UpdateLatency() {}

  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    List<String> rates =
        args.length > 1 ? List.of(args).subList(1, args.length) : List.of("1s", "200ms", "0s");
    // Else the first rate would pay for the compilation of what all of them run.
    measured(UpdateRate.parse(rates.get(0)), 1);
    printHead(seconds);
    for (String rate : rates) {
      System.out.println(measured(UpdateRate.parse(rate), seconds));
    }
    SilentStream.print(PER_SECOND, SEED);
  }

  private static void printHead(int seconds) {
    System.out.printf(
        Locale.ROOT,
        "%,d incidents/s for %d s after %d of warm-up, in transactions of %d ms; exactly_once_v2, 1"
            + " thread, both clocks, windows 1m 1h 1d%n"
            + "ms from an incident's arrival until a read-committed consumer has an update, by"
            + " SEEN, that includes it: p50 / p99 / max%n"
            + "%-15s  %-6s  %-20s  %-20s  %-20s  %-20s  %9s  %5s  %s%n",
        PER_SECOND,
        seconds,
        WARM_UP.toSeconds(),
        SteadyStream.COMMIT_INTERVAL.toMillis(),
        "update-interval",
        "commit",
        "until written",
        "first of its counts",
        "topic and minute",
        "last of its counts",
        "updates/s",
        "cores",
        "of them the stage's thread");
  }

  private static String measured(UpdateRate rate, int seconds) throws Exception {
    Arrivals arrivals = new Arrivals();
    InventedIncidents incidents = new InventedIncidents(SEED, PER_SECOND);
    try (BenchBroker broker = BenchBroker.start();
        Stage stage = Contender.ours("aggregate", rate.settings()).start().on(broker);
        CountReader reader =
            new CountReader(
                broker,
                Set.of(Clock.SEEN),
                (key, count) -> arrivals.published(key, count.getSightings(), System.nanoTime()));
        SteadyStream stream = new SteadyStream(broker.settings(Map.of()), PER_SECOND)) {
      await(stage::isWorking, stage, reader);
      int warmUp = (int) WARM_UP.toSeconds() * PER_SECOND;
      stream.write(
          warmUp, incidents::at, (it, at) -> arrivals.arrived(SeenCounts.of(it), at, false));
      // What was left behind while the code was cold must not be waited for by what is measured.
      await(() -> arrivals.open() == 0, stage, reader);
      List<Long> behind = new ArrayList<>();
      Load before = Load.now(reader.records());
      stream.write(
          seconds * PER_SECOND,
          incidents::at,
          (it, at) -> {
            behind.add(System.nanoTime() - at);
            arrivals.arrived(SeenCounts.of(it), at, true);
          });
      Load used = Load.now(reader.records()).since(before);
      await(() -> arrivals.open() == 0, stage, reader);
      return row(rate, arrivals.waits(), behind, used);
    }
  }

  private static String row(
      UpdateRate rate, List<Arrivals.Wait> waits, List<Long> behind, Load used) {
    return String.format(
        Locale.ROOT,
        "%-15s  %-6s  %-20s  %-20s  %-20s  %-20s  %,9.0f  %5.2f  %.2f",
        rate.interval(),
        rate.commitInterval(),
        millis(behind),
        millis(waits, Arrivals.Wait::first),
        millis(waits, Arrivals.Wait::busiest),
        millis(waits, Arrivals.Wait::last),
        used.updatesPerSecond(),
        used.cores(),
        used.stageCores());
  }

  private static String millis(List<Arrivals.Wait> waits, ToLongFunction<Arrivals.Wait> of) {
    return millis(waits.stream().mapToLong(of).boxed().toList());
  }

  private static String millis(List<Long> measured) {
    Quantiles nanos = new Quantiles(measured);
    return String.join(
        " / ",
        Arrays.stream(new double[] {0.5, 0.99, 1})
            .mapToObj(share -> Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos.at(share))))
            .toList());
  }

  /** Waits for something that a stage and a reader bring about. */
  static void await(BooleanSupplier wanted, Stage stage, CountReader reader) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      if (reader.ended().isDone()) {
        reader.ended().get();
      }
      if (stage.ended().isDone() || System.nanoTime() > until) {
        throw new IOException("the counts expected did not come; see the log");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }
}
