// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.CountingRules;
import io.postwatch.aggregate.alerts.AlertConfig;
import io.postwatch.enrich.EnrichConfig;
import io.postwatch.enrich.topics.LiveTopics;
import io.postwatch.ingest.IngestConfig;
import io.postwatch.ingest.Tally;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.schema.Clock;
import io.postwatch.standalone.LocalCluster;
import io.postwatch.standalone.Pipeline;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    description = "Run the whole pipeline in this process, from articles to incident counts.")
final class RunCommand implements Callable<Integer> {
  @Option(
      names = "--once",
      description = "End when all input has been counted, and print the counts.")
  private boolean once;

  @Option(names = "--json", description = "Print one JSON object a count instead of a table.")
  private boolean json;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Keep everything here across restarts; without it all is thrown away.")
  private Path dataDirectory;

  @Mixin private InputOptions inputs;
  @Mixin private FilterOptions filter;
  @Mixin private FetchOptions fetch;
  @Mixin private TopicsOption topics;
  @Mixin private WindowOptions windows;
  @Mixin private ClockOptions clocks;
  @Mixin private HttpOptions http;
  @Mixin private SettingsOptions settings;

  @Override
  public Integer call() throws Exception {
    // Before the broker is started, so that wrong usage is told at once.
    Settings given = settings.load(options());
    IngestConfig.inputs(given);
    String wanted = IngestConfig.selection(given).toString();
    CountingRules rules = AggregateConfig.rules(given);
    AggregateConfig.spikes(given);
    AlertConfig.from(given);
    EnrichConfig.topics(given).ifPresent(LiveTopics::close);
    try (LocalCluster cluster = LocalCluster.start(Optional.ofNullable(dataDirectory), 0, 0);
        IngestProgress progress = IngestProgress.onStandardError()) {
      Map<String, String> all = new HashMap<>(options());
      all.putAll(cluster.settings());
      if (!once) {
        http.addFreeTo(all, given);
      }
      Settings complete = settings.load(all);
      AtomicBoolean stopped = new AtomicBoolean();
      try (Pipeline pipeline = Pipeline.start(complete, once, progress)) {
        stopOnSignal(pipeline, cluster, stopped);
        if (!once) {
          return watch(complete, rules, cluster, pipeline, stopped);
        }
        pipeline.drain();
      }
      // Only what is committed can be read, and stopping the stages commits.
      return report(complete, rules, wanted, progress);
    }
  }

  private Map<String, String> options() {
    Map<String, String> options = new HashMap<>(Pipeline.settings());
    inputs.addTo(options);
    filter.addTo(options);
    fetch.addTo(options);
    topics.addTo(options);
    windows.addTo(options);
    clocks.addTo(options);
    if (once) {
      // A finished input has no "too late".
      options.put("aggregate.lateness", "accept");
    }
    return options;
  }

  private static void stopOnSignal(Pipeline pipeline, LocalCluster cluster, AtomicBoolean stopped) {
    Thread stop =
        new Thread(
            () -> {
              stopped.set(true);
              pipeline.close();
              cluster.close();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
  }

  private int report(Settings complete, CountingRules rules, String wanted, IngestProgress progress)
      throws InterruptedException {
    progress.close();
    Tally tally = progress.tally();
    System.err.println(summary(tally, wanted, rules));
    try (CountsReader reader = new CountsReader(KafkaSettings.from(complete), Optional.empty());
        Output out = new Output()) {
      CountPrinter printer = printer(out);
      // A data directory may hold counts of an earlier run by another clock.
      printer.print(printer.read(reader), rules.clocks());
    }
    return tally.unreadable() > 0 ? 1 : 0;
  }

  private CountPrinter printer(Output out) {
    return new CountPrinter(out, json, windows, clocks, new CountFilter());
  }

  private static String summary(Tally tally, String wanted, CountingRules rules) {
    StringBuilder text = new StringBuilder();
    text.append(number(tally.items(), "article")).append(" read");
    addIfAny(text, tally.known(), " passed over (read before)");
    addIfAny(text, tally.unreadable(), " unreadable");
    text.append(": ").append(number(tally.posts(), "post"));
    if (!wanted.isEmpty()) {
      String kept = tally.kept() == 0 ? "none" : Long.toString(tally.kept());
      text.append(", ").append(kept).append(" kept by ").append(Printable.of(wanted));
    }
    if (rules.clocks().contains(Clock.POSTED)) {
      String clock = rules.clocks().contains(Clock.SEEN) ? " of the posted clock" : "";
      addIfAny(
          text, tally.datedToDay(), " dated to the day, which are in no smaller window" + clock);
      addIfAny(text, tally.undated(), " of unknown time, which are in no window" + clock);
    }
    return text.toString();
  }

  private static String number(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static void addIfAny(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(", ").append(count).append(what);
    }
  }

  private int watch(
      Settings complete,
      CountingRules rules,
      LocalCluster cluster,
      Pipeline pipeline,
      AtomicBoolean stopped)
      throws InterruptedException {
    System.err.println("Kafka at " + cluster.bootstrapServers());
    System.err.println("schema registry at " + cluster.registryUrl());
    pipeline.address().ifPresent(page -> System.err.println("dashboard at " + page));
    System.err.println("watching the input; Ctrl-C stops");
    var failure = pipeline.ended();
    Clock followed = rules.clocks().contains(Clock.SEEN) ? Clock.SEEN : Clock.POSTED;
    try (CountsReader reader = new CountsReader(KafkaSettings.from(complete), Optional.empty());
        Output out = new Output()) {
      printer(out).follow(reader, Set.of(followed), () -> stopped.get() || failure.isDone());
    }
    if (!failure.isCompletedExceptionally()) {
      return 0;
    }
    try {
      failure.join();
      return 0;
    } catch (CompletionException e) {
      System.err.println("postwatch: " + e.getCause().getMessage());
      return 1;
    }
  }
}
