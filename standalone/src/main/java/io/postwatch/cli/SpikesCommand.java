// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.aggregate.windows.WindowSize;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "spikes",
    description =
        "Print the spikes of a series of counts: when more was counted than its own past lets"
            + " expect. The score is minus the decimal logarithm of how many times a week it lets"
            + " expect as much. Needs no Kafka.")
final class SpikesCommand implements Callable<Integer> {
  @Option(
      names = "--series",
      required = true,
      paramLabel = "FILE",
      description = "Counts of equal intervals in order of time: rows timestamp,value.")
  private Path file;

  @Option(
      names = "--interval",
      paramLabel = "SIZE",
      converter = WindowOptions.SizeConverter.class,
      description = "Length of the intervals, such as 5m; as most rows have it when not given.")
  private WindowSize interval;

  @Option(names = "--json", description = "One JSON object a spike.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a directory; expected a file of rows timestamp,value");
    }
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(new FileInputStream(file.toFile()), StandardCharsets.UTF_8));
        Output out = new Output()) {
      SeriesRows rows = new SeriesRows(file.toString(), in, this::complain);
      new SeriesSpikes(rows, interval, new SpikePrinter(out, json)).print();
      return rows.bad() > 0 ? 1 : 0;
    } catch (FileNotFoundException e) {
      throw new IOException(file + ": no such file, or not readable", e);
    }
  }

  private void complain(String what) {
    System.err.println("postwatch: " + Printable.of(what));
  }
}
