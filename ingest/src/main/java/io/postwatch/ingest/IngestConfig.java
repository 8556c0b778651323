// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.ingest.watch.PostNames;
import io.postwatch.ingest.watch.WatchLists;
import io.postwatch.ingest.watch.WatchListsException;
import io.postwatch.ingest.watch.WatchedLists;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the ingest stage does.
 *
 * @param inputs files, directories, {@code -} for standard input; at least one
 * @param selection which posts are kept, and who watches them
 * @param once true: read what is there and end; false: look for new files again and again
 * @param rescanInterval how long to wait before looking again
 * @param instance name of this instance among those that ingest at the same time; two of the same
 *     name shut each other out
 * @param kafka how to reach Kafka
 */
public record IngestConfig(
    List<String> inputs,
    PostSelection selection,
    boolean once,
    Duration rescanInterval,
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
        selection(settings),
        once,
        settings.duration("ingest.rescan-interval", RESCAN_INTERVAL),
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
          "no input: expected files, directories, globs or - for standard input (ingest.inputs)");
    }
    return inputs;
  }

  /**
   * Which posts are kept, and who watches them.
   *
   * @throws SettingsException on a wrong value, or watch lists that cannot be used
   */
  public static PostSelection selection(Settings settings) {
    boolean watchedOnly = settings.value("ingest.watched-only", false, IngestConfig::trueOrFalse);
    Supplier<WatchLists> lists = () -> WatchLists.NONE;
    Optional<String> file = settings.text("ingest.watch-lists");
    if (file.isPresent()) {
      lists = watchLists(settings, file.get());
    } else if (watchedOnly) {
      throw settings.invalid("ingest.watched-only", "expected ingest.watch-lists with it");
    }
    PostFilter filter =
        new PostFilter(
            names(settings, "ingest.handles", '@'), names(settings, "ingest.hashtags", '#'));
    return new PostSelection(filter, lists, watchedOnly);
  }

  private static WatchedLists watchLists(Settings settings, String file) {
    try {
      return WatchedLists.of(Path.of(file));
    } catch (WatchListsException e) {
      throw new SettingsException(e.getMessage());
    } catch (InvalidPathException e) {
      throw settings.invalid("ingest.watch-lists", "expected a path");
    }
  }

  private static Set<String> names(Settings settings, String key, char sign) {
    try {
      return PostNames.of(sign, settings.list(key));
    } catch (IllegalArgumentException e) {
      throw settings.invalid(key, e.getMessage());
    }
  }

  private static boolean trueOrFalse(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("expected true or false");
    };
  }

  /** The same inputs give the same name, so that a restart ends what its predecessor left open. */
  private static String nameOf(List<String> inputs) {
    byte[] bytes = String.join("\n", inputs).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes).toString();
  }
}
