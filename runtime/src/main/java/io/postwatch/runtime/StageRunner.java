// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import io.postwatch.runtime.logging.LogFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one stage as a process: what every stage's main class does. */
public final class StageRunner {
  /** Read when it is there and no other file is named. */
  public static final Path DEFAULT_FILE = Path.of("postwatch.yaml");

  private static final Logger LOG = LoggerFactory.getLogger(StageRunner.class);

  /** Starts a stage from its settings. */
  @FunctionalInterface
  public interface Starter {
    Stage start(Settings settings) throws InterruptedException;
  }

  private StageRunner() {}

  /**
   * Reads the settings, runs the stage until it ends or the process is told to stop, and exits: 0
   * when it was done, 1 when it failed, 2 on wrong settings.
   *
   * @param arguments none, or the path of a settings file
   */
  public static void main(String name, String[] arguments, Starter starter) {
    // Kafka upper-cases names in the default locale: under a Turkish one it does not start.
    Locale.setDefault(Locale.ROOT);
    if (arguments.length > 1) {
      System.err.println("usage: postwatch-" + name + " [settings.yaml]");
      System.exit(2);
    }
    Optional<Path> file =
        arguments.length == 1
            ? Optional.of(Path.of(arguments[0]))
            : Optional.of(DEFAULT_FILE).filter(Files::exists);
    int status;
    try {
      status = run(name, Settings.load(file, System.getenv(), Map.of()), starter);
    } catch (SettingsException e) {
      System.err.println(e.getMessage());
      status = 2;
    }
    System.exit(status);
  }

  /**
   * Runs the stage until it ends or the process is told to stop.
   *
   * @return the exit status: 0 when it was done, 1 when it failed
   * @throws SettingsException when the stage refuses its settings
   */
  public static int run(String name, Settings settings, Starter starter) {
    LogFormat.from(settings).apply();
    try (Stage stage = starter.start(settings);
        HealthFile health = new HealthFile()) {
      Thread stop = new Thread(stage::close, name + "-stop");
      Runtime.getRuntime().addShutdownHook(stop);
      settings.text("health-file").ifPresent(file -> health.keep(Path.of(file), stage));
      LOG.info("{} is running", name);
      stage.ended().join();
      return 0;
    } catch (CompletionException e) {
      System.err.println(e.getCause().getMessage());
      return 1;
    } catch (StageException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
