// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.KafkaSettings;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "counts", description = "Print the counts published so far, the latest of each.")
final class CountsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "One JSON object a count.")
  private boolean json;

  @Option(names = "--follow", description = "Go on, and print each update as it comes.")
  private boolean follow;

  @Mixin private WindowOptions windows;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() throws InterruptedException {
    KafkaSettings kafka = KafkaSettings.from(connection.load());
    try (CountsReader reader = new CountsReader(kafka);
        Output out = new Output()) {
      CountPrinter printer = new CountPrinter(out, json, windows);
      printer.print(reader);
      if (follow) {
        AtomicBoolean stopped = new AtomicBoolean();
        Thread stop = new Thread(() -> stopped.set(true), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        printer.follow(reader, stopped::get);
      }
      return 0;
    }
  }
}
