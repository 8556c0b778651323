// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterHandlerTest {
  private static final int POISON = 13;
  private static final int REGISTRY_IS_AWAY = 42;

  private TopologyTestDriver driver;
  private TestInputTopic<String, Integer> numbers;
  private TestInputTopic<String, String> texts;
  private TestOutputTopic<String, Integer> results;
  private TestOutputTopic<byte[], byte[]> deadLetters;

  @BeforeEach
  void start() {
    driver = new TopologyTestDriver(topology(), properties());
    numbers = driver.createInputTopic("in", new StringSerializer(), new IntegerSerializer());
    texts = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
    results = driver.createOutputTopic("out", new StringDeserializer(), new IntegerDeserializer());
    deadLetters =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void aRecordThatCannotBeReadIsKeptAsItCameAndTheNextOneIsProcessed() {
    texts.pipeInput("key", "not a number");
    numbers.pipeInput("key", 1);

    TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
    assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("not a number");
    assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo("key");
    assertThat(headers(letter))
        .containsEntry("stage", "test-stage")
        .containsEntry("topic", "in")
        .containsEntry("partition", "0")
        .containsEntry("offset", "0")
        .containsKey("error");
    assertThat(results.readValuesToList()).containsExactly(1);
  }

  @Test
  void aRecordThatCannotBeProcessedIsKeptWithTheReason() {
    numbers.pipeInput("key", POISON);
    numbers.pipeInput("key", 2);

    TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
    assertThat(letter.value()).isEqualTo(new IntegerSerializer().serialize("in", POISON));
    assertThat(headers(letter)).containsEntry("error", "thirteen is unlucky");
    assertThat(results.readValuesToList()).containsExactly(2);
  }

  @Test
  void whatMayGoBetterNextTimeIsNoDeadLetter() {
    assertThatThrownBy(() -> numbers.pipeInput("key", REGISTRY_IS_AWAY))
        .hasRootCauseInstanceOf(RetriableException.class);
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  private static Map<String, String> headers(TestRecord<byte[], byte[]> letter) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : letter.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }

  private static Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("in", Consumed.with(Serdes.String(), Serdes.Integer()).withName("in"))
        .mapValues(DeadLetterHandlerTest::process, Named.as("process"))
        .to("out", Produced.with(Serdes.String(), Serdes.Integer()).withName("out"));
    return builder.build();
  }

  private static int process(int number) {
    if (number == POISON) {
      throw new IllegalStateException("thirteen\n is   unlucky");
    }
    if (number == REGISTRY_IS_AWAY) {
      throw new RetriableException("no answer") {
        private static final long serialVersionUID = 1L;
      };
    }
    return number;
  }

  private static Properties properties() {
    KafkaSettings settings =
        new KafkaSettings(
            Map.of("bootstrap.servers", "unused:1"),
            Map.of(),
            Map.of("schema.registry.url", "mock://unused"),
            Duration.ZERO,
            "io.postwatch.serde.AvroSerializer",
            "io.postwatch.serde.AvroDeserializer",
            Optional.empty(),
            OptionalInt.empty(),
            (short) 1);
    Properties properties = settings.streamsProperties("test-stage");
    // The driver loses what is sent before a transaction that it commits; a broker does not.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    return properties;
  }
}
