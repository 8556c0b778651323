// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.postwatch.topics.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Prints how many incidents a second the aggregate stage counts beside bare windowed counts by
 * Kafka Streams: on the same broker and incidents, in turn, with the same settings of Kafka
 * Streams; then how large its state is.
 */
final class AggregateSpeed {
  private static final long SEED = 7;
  private static final double PER_SECOND = 100;

  private static final Contender WHOLE = Contender.ours("aggregate", Map.of());
  private static final Contender WITHOUT_VIEW =
      Contender.ours("aggregate that shows nothing", Map.of("aggregate.view", "false"));
  private static final Contender WITHOUT_SPIKES =
      Contender.ours(
          "aggregate without spikes that shows nothing",
          Map.of("aggregate.view", "false", "aggregate.spikes.enabled", "false"));
  private static final Contender SEEN_MINUTES =
      Contender.ours(
          "aggregate --window 1m --clock seen",
          Map.of(
              "aggregate.windows", "1m",
              "aggregate.clocks", "seen",
              "aggregate.view", "false",
              "aggregate.spikes.enabled", "false"));
  private static final Contender SAME_COUNTS = Contender.bareByPlaces();
  private static final Contender MINUTES = Contender.bareByTopicAndMinute();

  private final BenchBroker broker;
  private final int incidents;
  private final Map<Contender, List<Pace>> paces = new HashMap<>();

  private AggregateSpeed(BenchBroker broker, int incidents) {
    this.broker = broker;
    this.incidents = incidents;
  }

  public static void main(String[] args) throws Exception {
    silenceWhatBareCountsDrop();
    int incidents = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    try (BenchBroker broker = BenchBroker.start()) {
      // Not today: what arrives in the future would be refused.
      Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(12, ChronoUnit.HOURS);
      broker.load(new InventedIncidents(SEED, PER_SECOND), incidents, start);
      System.out.printf(
          Locale.ROOT,
          "%,d incidents, %.0f a second by their own time; exactly_once_v2, 1 thread, median of"
              + " %d rounds after one of warm-up%n",
          incidents,
          PER_SECOND,
          rounds);
      AggregateSpeed speed = new AggregateSpeed(broker, incidents);
      speed.measure(rounds);
      speed.print(WHOLE, SAME_COUNTS);
      speed.print(WHOLE, WITHOUT_VIEW);
      speed.print(WITHOUT_VIEW, WITHOUT_SPIKES);
      speed.print(WHOLE, MINUTES);
      speed.print(SEEN_MINUTES, MINUTES);
      speed.printState();
    }
  }

  /** A line for each late record would cost the bare counts more than the records do. */
  private static void silenceWhatBareCountsDrop() {
    ((Logger) LoggerFactory.getLogger("org.apache.kafka.streams.kstream.internals"))
        .setLevel(Level.ERROR);
  }

  private void measure(int rounds) throws Exception {
    for (int round = -1; round < rounds; round++) {
      for (Contender contender :
          List.of(SAME_COUNTS, WHOLE, WITHOUT_VIEW, WITHOUT_SPIKES, MINUTES, SEEN_MINUTES)) {
        Pace pace = contender.pace(broker, incidents);
        System.err.printf(
            Locale.ROOT,
            "round %d: %s: %,.0f incidents/s, %.0f us%n",
            round + 1,
            contender.name(),
            pace.perSecond(),
            pace.cpuMicros());
        if (round >= 0) {
          paces.computeIfAbsent(contender, any -> new ArrayList<>()).add(pace);
        }
      }
    }
  }

  private void print(Contender ours, Contender bare) {
    print(bare, "");
    print(
        ours,
        String.format(
            Locale.ROOT,
            "%.0f%% of the speed, %.0f%% by CPU time",
            100 * ratio(ours, bare, Pace::perSecond),
            100 * ratio(bare, ours, Pace::cpuMicros)));
  }

  private void print(Contender contender, String ratios) {
    System.out.printf(
        Locale.ROOT,
        "%-48s %,7.0f incidents/s, %,6.0f us of CPU time each  %s%n",
        contender.name(),
        median(paces.get(contender).stream().map(Pace::perSecond)),
        median(paces.get(contender).stream().map(Pace::cpuMicros)),
        ratios);
  }

  /** The median of the rounds' ratios: what else the machine did falls on both sides of one. */
  private double ratio(Contender above, Contender below, ToDoubleFunction<Pace> of) {
    List<Pace> one = paces.get(above);
    List<Pace> other = paces.get(below);
    return median(
        IntStream.range(0, one.size())
            .mapToObj(i -> of.applyAsDouble(one.get(i)) / of.applyAsDouble(other.get(i))));
  }

  private static double median(Stream<Double> values) {
    List<Double> sorted = values.sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private void printState() throws Exception {
    Contender.ours("aggregate", nothingCloses()).run(broker, incidents);
    StateSizes sizes = new StateSizes(broker);
    long counts = sizes.latest(Topics.INCIDENT_COUNTS.name()).records();
    System.out.printf(
        Locale.ROOT,
        "state after %,d incidents, all windows open: %,d counts (window, topic and place)%n",
        incidents,
        counts);
    long records = 0;
    long bytes = 0;
    for (Map.Entry<String, StateSizes.Size> store : sizes.stores().entrySet()) {
      StateSizes.Size size = store.getValue();
      printSize(store.getKey(), size, counts);
      records += size.records();
      bytes += size.bytes();
    }
    printSize("together", new StateSizes.Size(records, bytes), counts);
  }

  private void printSize(String store, StateSizes.Size size, long counts) {
    System.out.printf(
        Locale.ROOT,
        "%-12s %,10d records, %6.1f MB: %,6.0f bytes a count, %,6.0f an incident%n",
        store,
        size.records(),
        size.bytes() / 1e6,
        (double) size.bytes() / counts,
        (double) size.bytes() / incidents);
  }

  /** So long a grace that no window closes while incidents are read. */
  private static Map<String, String> nothingCloses() {
    Map<String, String> graces = new HashMap<>();
    for (String clock : List.of("posted", "seen")) {
      for (String size : List.of("1m", "1h", "1d")) {
        graces.put("aggregate.grace." + clock + "." + size, "3650d");
      }
    }
    return graces;
  }
}
