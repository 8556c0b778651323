// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.runtime.KafkaSettings;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "spikes",
    description = {
      "Print the spikes published so far, the latest of each: when a topic is reported at a place"
          + " more often than its own past there lets expect. With --series those of a file of"
          + " counts, which needs no Kafka.",
      "The score is minus the decimal logarithm of how many times a week that past lets expect as"
          + " much."
    })
final class SpikesCommand implements Callable<Integer> {
  @Option(
      names = "--series",
      paramLabel = "FILE",
      description = "Counts of equal intervals in order of time: rows timestamp,value.")
  private Path file;

  @Option(
      names = "--interval",
      paramLabel = "SIZE",
      converter = WindowOptions.SizeConverter.class,
      description =
          "Of --series: length of the intervals, such as 5m; as most rows have it when not given.")
  private WindowSize interval;

  @Option(names = "--json", description = "One JSON object a spike.")
  private boolean json;

  @Option(names = "--follow", description = "Go on, and print each update as it comes.")
  private boolean follow;

  @Mixin private SpikeFilter filter;
  @Mixin private ConnectionOptions connection;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (file != null) {
      if (follow) {
        throw new ParameterException(spec.commandLine(), "--series is a file: it has no --follow");
      }
      return series();
    }
    if (interval != null) {
      throw new ParameterException(
          spec.commandLine(), "--interval is of --series, which is missing");
    }
    try (Output out = new Output();
        PublishedSpikes spikes =
            new PublishedSpikes(KafkaSettings.from(connection.load()), out, json, filter)) {
      spikes.print();
      if (follow) {
        AtomicBoolean stopped = new AtomicBoolean();
        Thread stop = new Thread(() -> stopped.set(true), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        spikes.follow(stopped::get);
      }
      return 0;
    }
  }

  private int series() throws IOException {
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
