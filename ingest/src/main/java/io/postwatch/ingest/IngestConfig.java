// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.ingest.source.web.PollSettings;
import io.postwatch.ingest.source.web.WebSources;
import io.postwatch.ingest.source.web.fetch.FetchSettings;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What the ingest stage does.
 *
 * @param inputs files, directories, http and https URLs, {@code -} for standard input; at least one
 * @param filter which posts are kept
 * @param once true: read what is there and end; false: look for new files again and again
 * @param rescanInterval how long to wait before looking again
 * @param fetching manners and limits of fetching URLs
 * @param polling how often URLs are asked, and for what
 * @param instance name of this instance among those that ingest at the same time; two of the same
 *     name shut each other out
 * @param kafka how to reach Kafka
 */
public record IngestConfig(
    List<String> inputs,
    PostFilter filter,
    boolean once,
    Duration rescanInterval,
    FetchSettings fetching,
    PollSettings polling,
    String instance,
    KafkaSettings kafka) {

  private static final Duration RESCAN_INTERVAL = Duration.ofSeconds(5);

  public IngestConfig {
    inputs = List.copyOf(inputs);
  }

  /**
   * Reads the section ingest.
   *
   * @throws SettingsException on a missing or wrong value
   */
  public static IngestConfig from(Settings settings, boolean once) {
    List<String> inputs = inputs(settings);
    return new IngestConfig(
        inputs,
        filter(settings),
        once,
        settings.duration("ingest.rescan-interval", RESCAN_INTERVAL),
        FetchSettings.from(settings),
        PollSettings.from(settings),
        settings.text("ingest.instance").orElseGet(() -> nameOf(inputs)),
        KafkaSettings.from(settings));
  }

  /**
   * What is read.
   *
   * @throws SettingsException when nothing is named
   */
  public static List<String> inputs(Settings settings) {
    List<String> inputs = settings.list("ingest.inputs");
    if (inputs.isEmpty()) {
      throw new SettingsException(
          "no input: expected files, directories, URLs or - for standard input (ingest.inputs)");
    }
    return inputs;
  }

  /** Which posts are kept. */
  public static PostFilter filter(Settings settings) {
    return PostFilter.of(settings.list("ingest.handles"), settings.list("ingest.hashtags"));
  }

  /** Opens the inputs that are URLs. */
  WebSources web() {
    return new WebSources(fetching, polling, once);
  }

  /** The same inputs give the same name, so that a restart ends what its predecessor left open. */
  private static String nameOf(List<String> inputs) {
    byte[] bytes = String.join("\n", inputs).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes).toString();
  }
}
