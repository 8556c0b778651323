// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kafka.coordinator.transaction.TransactionCoordinator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class EmbeddedBrokerTest {
  @TempDir Path directory;

  @Test
  void keepsItsTopicsAcrossRestarts() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        Admin admin = admin(broker)) {
      admin
          .createTopics(List.of(new NewTopic("kept", 2, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        Admin admin = admin(broker)) {
      assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains("kept");
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (ReservedPort taken = new ReservedPort(0)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(directory, taken.number()))
          .hasMessageContaining("port " + taken.number() + " is taken");
    }
  }

  @Test
  void aDataDirectoryServesOneProcessAtATime() throws Exception {
    try (DataDirectory first = DataDirectory.open(directory)) {
      assertThat(first.kafka()).hasParentRaw(directory);
      assertThatThrownBy(() -> DataDirectory.open(directory))
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("in use");
    }
    DataDirectory.open(directory).close();
  }

  /**
   * A broker that did would at times finish them without their markers, see {@link Predecessor}.
   */
  @Test
  @SuppressWarnings("try") // It listens for as long as it is open.
  void finishesNoTransactionInTheNameOfABrokerThatWasKilled() throws Exception {
    Path killed = directory.resolve("killed");
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("running"), 0);
        Producer<byte[], byte[]> producer = transactional(broker)) {
      producer.initTransactions();
      copy(directory.resolve("running"), killed);
    }

    List<String> said = new CopyOnWriteArrayList<>();
    try (Listening listening = new Listening(TransactionCoordinator.class, said::add);
        EmbeddedBroker broker = EmbeddedBroker.start(killed, 0);
        Producer<byte[], byte[]> successor = transactional(broker)) {
      successor.initTransactions();
      assertThat(said).filteredOn(line -> line.contains("Elected")).hasSize(1);
    }
  }

  private static Producer<byte[], byte[]> transactional(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "any"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** What a kill leaves: the files of a broker that is at work. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** Hears what a class of Kafka logs. */
  private static final class Listening implements AutoCloseable {
    private final Logger logger;
    private final Level before;
    private final AppenderBase<ILoggingEvent> appender;

    private Listening(Class<?> source, Consumer<String> listener) {
      logger = (Logger) LoggerFactory.getLogger(source);
      before = logger.getLevel();
      appender =
          new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
              listener.accept(event.getFormattedMessage());
            }
          };
      appender.start();
      logger.addAppender(appender);
      logger.setLevel(Level.INFO);
      logger.setAdditive(false);
    }

    @Override
    public void close() {
      logger.setAdditive(true);
      logger.setLevel(before);
      logger.detachAppender(appender);
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
