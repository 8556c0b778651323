// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.schema.Clock;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "counts",
    description = {
      "Print the counts published so far, the latest of each.",
      "Tables show days and the posted clock, --follow shows the seen clock, unless told otherwise."
    })
final class CountsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "One JSON object a count.")
  private boolean json;

  @Option(names = "--follow", description = "Go on, and print each update as it comes.")
  private boolean follow;

  @Option(
      names = "--watch-list",
      paramLabel = "NAME",
      description = "The counts of the posts that this watch list watches.")
  private String watchList;

  @Mixin private WindowOptions windows;
  @Mixin private ClockOptions clocks;
  @Mixin private CountFilter filter;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() throws InterruptedException {
    KafkaSettings kafka = KafkaSettings.from(connection.load());
    try (CountsReader reader = new CountsReader(kafka, Optional.ofNullable(watchList));
        Output out = new Output()) {
      CountPrinter printer = new CountPrinter(out, json, windows, clocks, filter);
      Map<IncidentCountKey, IncidentCount> counts = printer.read(reader);
      printer.print(counts, usual(counts));
      if (follow) {
        AtomicBoolean stopped = new AtomicBoolean();
        Thread stop = new Thread(() -> stopped.set(true), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        printer.follow(reader, followed(counts), stopped::get);
      }
      return 0;
    }
  }

  /** JSON has both; a table of both would show each post twice. */
  private Set<Clock> usual(Map<IncidentCountKey, IncidentCount> counts) {
    if (follow) {
      return followed(counts);
    }
    Set<Clock> present = CountPrinter.clocksOf(counts);
    return json ? present : CountPrinter.present(Set.of(Clock.POSTED), present);
  }

  /** What arrives; where nothing is counted by arrival, what is counted. */
  private static Set<Clock> followed(Map<IncidentCountKey, IncidentCount> counts) {
    return counts.isEmpty()
        ? Set.of(Clock.SEEN)
        : CountPrinter.present(Set.of(Clock.SEEN), CountPrinter.clocksOf(counts));
  }
}
