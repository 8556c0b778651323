// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.aggregate.query.CountJson;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints counts as a table or as JSON. */
final class CountPrinter {
  /** Large windows first, then by time, topic and place. */
  private static final Comparator<IncidentCountKey> ORDER =
      Comparator.comparing(IncidentCountKey::getWindowSize, Comparator.reverseOrder())
          .thenComparing(IncidentCountKey::getWindowStart)
          .thenComparing(IncidentCountKey::getTopic)
          .thenComparing(IncidentCountKey::getPlace)
          .thenComparing(IncidentCountKey::getClock);

  private final Output out;
  private final boolean json;
  private final WindowOptions windows;
  private final ClockOptions clocks;
  private final CountFilter filter;

  CountPrinter(
      Output out, boolean json, WindowOptions windows, ClockOptions clocks, CountFilter filter) {
    this.out = out;
    this.json = json;
    this.windows = windows;
    this.clocks = clocks;
    this.filter = filter;
  }

  /** The latest of each count that is there now and is asked for, whatever its clock and size. */
  Map<IncidentCountKey, IncidentCount> read(CountsReader reader) {
    Map<IncidentCountKey, IncidentCount> latest = new TreeMap<>(ORDER);
    reader.readToEnd(
        (key, count) -> {
          if (filter.asksFor(key, count)) {
            latest.put(key, count);
          }
        });
    latest.values().removeIf(count -> !filter.hasStatus(count));
    return latest;
  }

  /**
   * Prints counts.
   *
   * @param usual the clocks to print unless others were asked for
   */
  void print(Map<IncidentCountKey, IncidentCount> counts, Set<Clock> usual) {
    if (json) {
      selected(counts, windows.orElse(sizes(counts)), clocks.orElse(usual))
          .forEach((key, count) -> out.json(CountJson.of(key, count)));
    } else if (counts.isEmpty()) {
      System.err.println("no counts");
    } else {
      printTable(counts, usual);
    }
    out.flush();
  }

  private void printTable(Map<IncidentCountKey, IncidentCount> counts, Set<Clock> usual) {
    Set<Clock> shownClocks = clocks.orElse(usual);
    Set<WindowSize> presentSizes = sizes(counts);
    // Three sizes of window show each post three times: people mostly want the day.
    Set<WindowSize> shownSizes =
        windows.orElse(
            presentSizes.contains(WindowSize.DAY) && !filter.isOfATime()
                ? Set.of(WindowSize.DAY)
                : presentSizes);
    boolean isByClock = !shownClocks.equals(Set.of(Clock.POSTED));
    CountTable.lines(selected(counts, shownSizes, shownClocks), isByClock).forEach(out::line);
    out.flush();
    String hidden =
        Stream.concat(
                presentSizes.stream()
                    .filter(size -> !shownSizes.contains(size))
                    .map(size -> "--window " + size)
                    .sorted(),
                clocksOf(counts).stream()
                    .filter(clock -> !shownClocks.contains(clock))
                    .map(clock -> "--clock " + clock.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(", "));
    if (!hidden.isEmpty()) {
      System.err.println("also counted, and shown by " + hidden + " or --json");
    }
  }

  /**
   * Prints each update as it comes, until told to stop or nobody reads.
   *
   * @param usual the clocks to print unless others were asked for
   */
  void follow(CountsReader reader, Set<Clock> usual, BooleanSupplier stopped) {
    Set<Clock> followed = clocks.orElse(usual);
    AtomicBoolean isReaderGone = new AtomicBoolean();
    reader.follow(
        (key, count) -> {
          if (followed.contains(key.getClock()) && isWanted(key, count)) {
            printUpdate(key, count);
            isReaderGone.set(!out.flush());
          }
        },
        () -> stopped.getAsBoolean() || isReaderGone.get());
  }

  private boolean isWanted(IncidentCountKey key, IncidentCount count) {
    return windows.orElse(Set.of(sizeOf(key))).contains(sizeOf(key))
        && filter.asksFor(key, count)
        && filter.hasStatus(count);
  }

  private void printUpdate(IncidentCountKey key, IncidentCount count) {
    if (json) {
      out.json(CountJson.of(key, count));
    } else {
      out.line(CountTable.lines(Map.of(key, count), true).get(1));
    }
  }

  private static Map<IncidentCountKey, IncidentCount> selected(
      Map<IncidentCountKey, IncidentCount> counts, Set<WindowSize> sizes, Set<Clock> clocks) {
    Map<IncidentCountKey, IncidentCount> selected = new TreeMap<>(ORDER);
    counts.forEach(
        (key, count) -> {
          if (sizes.contains(sizeOf(key)) && clocks.contains(key.getClock())) {
            selected.put(key, count);
          }
        });
    return selected;
  }

  /** Those of the usual clocks that are there; where none is, what there is. */
  static Set<Clock> present(Set<Clock> usual, Set<Clock> present) {
    Set<Clock> both = usual.stream().filter(present::contains).collect(Collectors.toSet());
    return both.isEmpty() ? present : both;
  }

  static Set<Clock> clocksOf(Map<IncidentCountKey, IncidentCount> counts) {
    return counts.keySet().stream().map(IncidentCountKey::getClock).collect(Collectors.toSet());
  }

  private static Set<WindowSize> sizes(Map<IncidentCountKey, IncidentCount> counts) {
    return counts.keySet().stream().map(CountPrinter::sizeOf).collect(Collectors.toSet());
  }

  private static WindowSize sizeOf(IncidentCountKey key) {
    return new WindowSize(key.getWindowSize());
  }
}
