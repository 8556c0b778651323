// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

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

  CountPrinter(Output out, boolean json, WindowOptions windows) {
    this.out = out;
    this.json = json;
    this.windows = windows;
  }

  /** Prints the latest of each count that is there now. */
  void print(CountsReader reader) {
    Map<IncidentCountKey, IncidentCount> latest = new TreeMap<>(ORDER);
    reader.readToEnd(latest::put);
    if (json) {
      selected(latest, windows.isGiven() ? windows.orElse(Set.of()) : sizes(latest))
          .forEach((key, count) -> out.json(CountJson.of(key, count)));
    } else {
      printTable(latest);
    }
    out.flush();
  }

  private void printTable(Map<IncidentCountKey, IncidentCount> latest) {
    if (latest.isEmpty()) {
      System.err.println("no counts");
      return;
    }
    Set<WindowSize> present = sizes(latest);
    // Three sizes of window show each post three times: people mostly want the day.
    Set<WindowSize> shown =
        windows.orElse(present.contains(WindowSize.DAY) ? Set.of(WindowSize.DAY) : present);
    CountTable.lines(selected(latest, shown)).forEach(out::line);
    out.flush();
    String hidden =
        present.stream()
            .filter(size -> !shown.contains(size))
            .map(size -> "--window " + size)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!hidden.isEmpty()) {
      System.err.println("also counted, and shown by " + hidden + " or --json");
    }
  }

  /** Prints each update as it comes, until told to stop or nobody reads. */
  void follow(CountsReader reader, BooleanSupplier stopped) {
    AtomicBoolean isReaderGone = new AtomicBoolean();
    reader.follow(
        (key, count) -> {
          if (!windows.isGiven() || windows.orElse(Set.of()).contains(sizeOf(key))) {
            printUpdate(key, count);
            isReaderGone.set(!out.flush());
          }
        },
        () -> stopped.getAsBoolean() || isReaderGone.get());
  }

  private void printUpdate(IncidentCountKey key, IncidentCount count) {
    if (json) {
      out.json(CountJson.of(key, count));
    } else {
      out.line(CountTable.lines(Map.of(key, count)).get(1));
    }
  }

  private static Map<IncidentCountKey, IncidentCount> selected(
      Map<IncidentCountKey, IncidentCount> counts, Set<WindowSize> sizes) {
    Map<IncidentCountKey, IncidentCount> selected = new TreeMap<>(ORDER);
    counts.forEach(
        (key, count) -> {
          if (sizes.contains(sizeOf(key))) {
            selected.put(key, count);
          }
        });
    return selected;
  }

  private static Set<WindowSize> sizes(Map<IncidentCountKey, IncidentCount> counts) {
    return counts.keySet().stream().map(CountPrinter::sizeOf).collect(Collectors.toSet());
  }

  private static WindowSize sizeOf(IncidentCountKey key) {
    return new WindowSize(key.getWindowSize());
  }
}
