// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import io.postwatch.serde.TrustedClasses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How a stage reaches Kafka and the schema registry.
 *
 * @param clients settings of every Kafka client, {@code bootstrap.servers} among them
 * @param streams further settings of Kafka Streams
 * @param registry settings of the serializers, {@code schema.registry.url} among them
 * @param registryWait how long a stage that starts waits for a registry that does not answer
 * @param serializer class name of the Avro serializer
 * @param deserializer class name of the Avro deserializer
 * @param stateDirectory where Kafka Streams keeps its local state; empty: its own default
 * @param partitions number of partitions of new topics; empty: the catalogue's
 * @param replicationFactor replication factor of new topics; -1: the broker's default
 */
public record KafkaSettings(
    Map<String, String> clients,
    Map<String, String> streams,
    Map<String, String> registry,
    Duration registryWait,
    String serializer,
    String deserializer,
    Optional<Path> stateDirectory,
    OptionalInt partitions,
    short replicationFactor) {

  private static final String BOOTSTRAP = "bootstrap.servers";
  private static final String REGISTRY_URL = "schema.registry.url";
  private static final String INTERCEPTORS = "interceptor.classes";

  /**
   * As long as a registry takes to start beside the stages, and not for ever: it may be no
   * registry's address.
   */
  private static final Duration REGISTRY_WAIT = Duration.ofMinutes(5);

  /**
   * Each commit is a transaction over all partitions that were written, whose cost does not depend
   * on how much was. Kafka Streams' default of 100 ms is for less delay than three stages that
   * answer within a second need.
   */
  private static final int COMMIT_MILLIS = 250;

  /**
   * What is written between two commits should fit, or it is written several times: some thousand
   * counts of a kilobyte or more. Kafka's default is 10 MB.
   */
  private static final long STORE_CACHE_BYTES = 32L << 20;

  /** 128 KiB instead of 16 saves about 30% of the time of a pass-through stage. */
  private static final int BATCH_BYTES = 128 << 10;

  /**
   * A changelog is compacted behind its latest segment only, which by Kafka's default is 1 GiB, and
   * a task whose state is lost reads all of it.
   */
  private static final int CHANGELOG_SEGMENT_BYTES = 64 << 20;

  /** How long the work of an instance that was killed lies idle; 45 s by default. */
  private static final int SESSION_TIMEOUT_MILLIS = 10_000;

  public KafkaSettings {
    clients = Map.copyOf(clients);
    streams = Map.copyOf(streams);
    registry = Map.copyOf(registry);
  }

  /**
   * Reads the sections kafka, streams, registry, serde and topics.
   *
   * @throws SettingsException when the broker's or the registry's address is missing
   */
  public static KafkaSettings from(Settings settings) {
    Map<String, String> clients = settings.section("kafka");
    Map<String, String> registry = settings.section("registry");
    require(clients, "kafka.", BOOTSTRAP, "host:port", "--bootstrap-servers");
    require(registry, "registry.", REGISTRY_URL, "http://host:port", "--schema-registry");
    int partitions = settings.number("topics.partitions", 0, 1, 10_000);
    return new KafkaSettings(
        clients,
        settings.section("streams"),
        registry,
        settings.duration("registry-wait", REGISTRY_WAIT),
        settings.text("serde.serializer").orElse("io.postwatch.serde.AvroSerializer"),
        settings.text("serde.deserializer").orElse("io.postwatch.serde.AvroDeserializer"),
        settings.text("state-dir").map(Path::of),
        partitions == 0 ? OptionalInt.empty() : OptionalInt.of(partitions),
        (short) settings.number("topics.replication-factor", -1, -1, 100));
  }

  private static void require(
      Map<String, String> section, String prefix, String key, String expected, String option) {
    if (!section.containsKey(key)) {
      throw new SettingsException(
          "settings: "
              + prefix
              + key
              + " is missing; expected "
              + expected
              + " (or "
              + option
              + ")");
    }
  }

  /** The same with one more setting of Kafka Streams. */
  public KafkaSettings withStreams(String key, String value) {
    Map<String, String> more = new HashMap<>(streams);
    more.put(key, value);
    return new KafkaSettings(
        clients,
        more,
        registry,
        registryWait,
        serializer,
        deserializer,
        stateDirectory,
        partitions,
        replicationFactor);
  }

  public String bootstrapServers() {
    return clients.get(BOOTSTRAP);
  }

  public String registryUrl() {
    return registry.get(REGISTRY_URL);
  }

  /** Settings of a plain client, to which the caller adds its own. */
  public Map<String, Object> clientProperties() {
    return new HashMap<>(clients);
  }

  /** Settings of a plain producer, to which the caller adds its own. */
  public Map<String, Object> producerProperties() {
    Map<String, Object> properties = clientProperties();
    properties.put(INTERCEPTORS, withOurs(clients.get(INTERCEPTORS)));
    return properties;
  }

  /** Ours first: those that the settings name see the records as they are published. */
  private static String withOurs(String interceptors) {
    String ours = CloudEventInterceptor.class.getName();
    return interceptors == null || interceptors.isBlank() ? ours : ours + "," + interceptors;
  }

  /**
   * Settings of a Streams application, exactly-once and with dead letters; ours can be overridden.
   */
  public Properties streamsProperties(String applicationId) {
    Properties p = new Properties();
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.producerPrefix("batch.size"), BATCH_BYTES);
    p.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    p.put(StreamsConfig.consumerPrefix("session.timeout.ms"), SESSION_TIMEOUT_MILLIS);
    p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedRocksDbMemory.class);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
    p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, STORE_CACHE_BYTES);
    p.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    p.put(StreamsConfig.topicPrefix("segment.bytes"), CHANGELOG_SEGMENT_BYTES);
    stateDirectory.ifPresent(dir -> p.put(StreamsConfig.STATE_DIR_CONFIG, dir.toString()));
    if (replicationFactor > 0) {
      p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) replicationFactor);
    }
    p.putAll(clients);
    p.putAll(streams);
    String interceptors = StreamsConfig.producerPrefix(INTERCEPTORS);
    p.put(interceptors, withOurs(streams.getOrDefault(interceptors, clients.get(INTERCEPTORS))));
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    // What Kafka 5 will do by itself, which is why the key's constant is deprecated already.
    p.put("processing.exception.handler.global.enabled", true);
    p.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    p.put(DeadLetterHandler.STAGE_CONFIG, applicationId);
    return p;
  }

  /** Avro serde, through the registry, of a topic's values. */
  public <T extends SpecificRecord> Serde<T> valueSerde() {
    return serde(false);
  }

  /** Avro serde, through the registry, of a topic's keys. */
  public <T extends SpecificRecord> Serde<T> keySerde() {
    return serde(true);
  }

  private <T extends SpecificRecord> Serde<T> serde(boolean isKey) {
    // Serializers other than ours do not tell Avro to trust the generated classes.
    TrustedClasses.trustGeneratedRecords();
    Serde<T> serde = Serdes.serdeFrom(newInstance(serializer), newInstance(deserializer));
    Map<String, Object> properties = new HashMap<>(registry);
    properties.putIfAbsent("specific.avro.reader", true);
    serde.configure(properties, isKey);
    return serde;
  }

  @SuppressWarnings("unchecked") // The class is known by name only; what it does is its contract.
  private static <S> S newInstance(String className) {
    try {
      return (S) Utils.newInstance(className, Object.class);
    } catch (ClassNotFoundException | KafkaException | ClassCastException e) {
      throw new SettingsException(
          "settings: serde: "
              + className
              + " is not on the class path; expected a class that is "
              + Serializer.class.getName()
              + " or "
              + Deserializer.class.getName());
    }
  }
}
