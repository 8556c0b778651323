// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.kafka;

import io.postwatch.runtime.Causes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft, broker and controller in one) inside this process, on loopback only.
 *
 * <p>Its data survive in the log directory; a broker that was killed starts on it again.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final int NODE_ID = 1;

  /** How often a start is tried when another process takes a port between choosing and binding. */
  private static final int BIND_ATTEMPTS = 3;

  private final OneNode node;
  private final String bootstrapServers;
  private boolean isClosed;

  private EmbeddedBroker(OneNode node, String bootstrapServers) {
    this.node = node;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts the broker and returns once it takes requests.
   *
   * @param logDirectory where its data are kept; must not be in use (see {@link DataDirectory})
   * @param port port for clients, 0 for a free one
   * @throws IOException when the port is taken or the directory cannot be used
   */
  public static EmbeddedBroker start(Path logDirectory, int port) throws IOException {
    Files.createDirectories(logDirectory);
    if (!Files.exists(logDirectory.resolve("meta.properties"))) {
      format(logDirectory);
    }
    // A failing broker calls exit(); that must not take the process, and its message, with it.
    Exit.setExitProcedure(
        (status, message) -> LOG.error("broker asked to exit ({}): {}", status, message));
    Exit.setHaltProcedure(
        (status, message) -> LOG.error("broker asked to halt ({}): {}", status, message));
    for (int attempt = 1; ; attempt++) {
      try {
        return startOnce(logDirectory, port);
      } catch (RuntimeException e) {
        if (attempt == BIND_ATTEMPTS || !Causes.include(e, BindException.class)) {
          throw new IOException("could not start Kafka on " + logDirectory + ": " + e, e);
        }
      }
    }
  }

  private static EmbeddedBroker startOnce(Path logDirectory, int port) throws IOException {
    int broker;
    int controller;
    try (ReservedPort forClients = new ReservedPort(port);
        ReservedPort forController = new ReservedPort(0)) {
      broker = forClients.number();
      controller = forController.number();
    }
    KafkaConfig config = KafkaConfig.fromProps(settings(logDirectory, broker, controller), false);
    OneNode node = new OneNode(config);
    try {
      node.start();
    } catch (RuntimeException e) {
      node.stop();
      throw e;
    }
    return new EmbeddedBroker(node, "127.0.0.1:" + broker);
  }

  private static Properties settings(Path logDirectory, int broker, int controller) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", Integer.toString(NODE_ID));
    // A static voter: the controller's port may change between starts.
    p.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controller);
    p.put("listeners", "PLAINTEXT://127.0.0.1:" + broker + ",CONTROLLER://127.0.0.1:" + controller);
    p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + broker);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("controller.listener.names", "CONTROLLER");
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put("log.dirs", logDirectory.toString());
    p.put("auto.create.topics.enable", "false");
    for (String internal : List.of("offsets.topic", "transaction.state.log")) {
      p.put(internal + ".replication.factor", "1");
      p.put(internal + ".num.partitions", "1");
    }
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("share.coordinator.state.topic.num.partitions", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
    // One laptop, one client process: few threads, and 4 MiB instead of 128 MiB for the cleaner.
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "2");
    p.put("background.threads", "2");
    p.put("num.replica.fetchers", "1");
    p.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
    p.put("log.segment.bytes", Integer.toString(64 << 20));
    p.put("initial.broker.registration.timeout.ms", "60000");
    p.put("broker.heartbeat.interval.ms", "500");
    // A broker that is alone hands over to nobody. Where its controller misses it, as after the
    // process was suspended, or lets it leave in good order, every partition loses its leader, and
    // a transaction its markers: see Predecessor, which tidies up at the next start instead.
    p.put("broker.session.timeout.ms", Long.toString(Duration.ofDays(7).toMillis()));
    p.put("controlled.shutdown.enable", "false");
    return p;
  }

  private static void format(Path logDirectory) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NODE_ID)
          .setDirectories(List.of(logDirectory.toString()))
          .setMetadataLogDirectory(logDirectory.toString())
          .setControllerListenerName("CONTROLLER")
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setFeatureLevel("kraft.version", (short) 0)
          // Version 2 lets a producer's first batches race with the end of its last transaction;
          // each
          // lost race is retried, and logged by broker and client as an error.
          .setFeatureLevel("transaction.version", (short) 1)
          .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
          .run();
    } catch (Exception e) {
      throw new IOException(
          "could not format " + logDirectory + ": " + said.toString(StandardCharsets.UTF_8), e);
    }
  }

  /** Where clients connect, {@code host:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops the broker and waits until its data are on disk. A second call waits for the first. */
  @Override
  public synchronized void close() {
    if (!isClosed) {
      isClosed = true;
      node.stop();
    }
  }
}
