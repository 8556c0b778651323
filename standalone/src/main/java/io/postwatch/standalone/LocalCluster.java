// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import io.postwatch.standalone.kafka.DataDirectory;
import io.postwatch.standalone.kafka.EmbeddedBroker;
import io.postwatch.standalone.registry.EmbeddedRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Kafka broker and a schema registry inside this process, on loopback. */
public final class LocalCluster implements AutoCloseable {
  private final DataDirectory directory;
  private final Optional<Path> throwAway;
  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;

  private LocalCluster(
      DataDirectory directory,
      Optional<Path> throwAway,
      EmbeddedBroker broker,
      EmbeddedRegistry registry) {
    this.directory = directory;
    this.throwAway = throwAway;
    this.broker = broker;
    this.registry = registry;
  }

  /**
   * Starts broker and registry, and returns once both take requests.
   *
   * @param dataDirectory where everything is kept; empty: in a directory that {@link #close}
   *     removes
   * @param brokerPort port of the broker, 0 for a free one
   * @param registryPort port of the registry, 0 for a free one
   * @throws IOException when a port is taken or the directory is in use
   */
  public static LocalCluster start(Optional<Path> dataDirectory, int brokerPort, int registryPort)
      throws IOException {
    Optional<Path> throwAway =
        dataDirectory.isPresent()
            ? Optional.empty()
            : Optional.of(Files.createTempDirectory("postwatch-"));
    DataDirectory directory = null;
    EmbeddedBroker broker = null;
    try {
      directory = DataDirectory.open(dataDirectory.or(() -> throwAway).orElseThrow());
      broker = EmbeddedBroker.start(directory.kafka(), brokerPort);
      EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), registryPort);
      return new LocalCluster(directory, throwAway, broker, registry);
    } catch (IOException | RuntimeException e) {
      if (broker != null) {
        broker.close();
      }
      if (directory != null) {
        directory.close();
      }
      throwAway.ifPresent(LocalCluster::delete);
      throw e;
    }
  }

  /** Settings with which a stage finds this cluster. */
  public Map<String, String> settings() {
    return Map.of(
        "kafka.bootstrap.servers", bootstrapServers(),
        "registry.schema.registry.url", registryUrl(),
        "state-dir", directory.streams().toString(),
        "topics.replication-factor", "1");
  }

  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  public String registryUrl() {
    return registry.url();
  }

  /** Stops both; what is in a data directory that was named stays there. A second call waits. */
  @Override
  public synchronized void close() {
    registry.close();
    broker.close();
    try {
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throwAway.ifPresent(LocalCluster::delete);
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                // What cannot be removed lies in the system's own directory for such things.
                file.toFile().delete();
              });
    } catch (IOException | UncheckedIOException gone) {
      // Nothing is left to remove.
    }
  }
}
