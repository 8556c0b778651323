// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.runtime.trace.TraceContext;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.PlaceSource;
import io.postwatch.serde.AvroSerde;
import io.postwatch.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {
  static final EnrichSerdes SERDES = new EnrichSerdes(serde(), serde(), serde());
  private static final Instant INGESTED = Instant.parse("2024-03-06T09:30:00Z");

  private final Topology topology =
      EnrichTopology.build(
          Annotator.withDefaults(), new IncidentCoder(), Duration.ofDays(30), SERDES);
  private final TopologyTestDriver driver = new TopologyTestDriver(topology, new Properties());
  private final TestInputTopic<String, EmbeddedPost> posts =
      driver.createInputTopic(
          Topics.POSTS.name(), new StringSerializer(), SERDES.post().serializer());
  private final TestOutputTopic<String, EnrichedPost> enriched =
      driver.createOutputTopic(
          Topics.ENRICHED_POSTS.name(), new StringDeserializer(), SERDES.enriched().deserializer());
  private final TestOutputTopic<String, Incident> incidents =
      driver.createOutputTopic(
          Topics.INCIDENTS.name(), new StringDeserializer(), SERDES.incident().deserializer());

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void theTopologyIsTheOneThatRunningInstancesHave() throws IOException {
    assertThat(topology.describe().toString()).isEqualTo(golden());
  }

  @Test
  void aPostIsEnrichedUnderItsKeyAndCodedUnderItsTopics() {
    EmbeddedPost post = Posts.post("Bus drivers in #Ghana on strike, two men detained");
    post.setWatchLists(List.of("west-africa-desk"));

    posts.pipeInput(post.getPostKey(), post, INGESTED);

    assertThat(enriched.readKeyValue())
        .satisfies(
            record -> {
              assertThat(record.key).isEqualTo(post.getPostKey());
              assertThat(record.value.getPost()).isEqualTo(post);
              assertThat(record.value.getPlaces()).hasSize(1);
            });
    List<TestRecord<String, Incident>> coded = incidents.readRecordsToList();
    assertThat(coded).extracting(TestRecord::key).containsExactlyInAnyOrder("strike", "arrest");
    assertThat(coded)
        .allSatisfy(
            record -> {
              assertThat(record.value().getTopic()).isEqualTo(record.key());
              assertThat(record.value().getPlace().getCountry()).isEqualTo("GH");
              assertThat(record.value().getWatchLists()).containsExactly("west-africa-desk");
              assertThat(record.value().getRetraction()).isNull();
              assertThat(record.getRecordTime()).isEqualTo(INGESTED);
            });
  }

  @Test
  void whatIsReadFromAPostIsInItsTrace() {
    TraceContext trace =
        new TraceContext(
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "a=1", "desk=night");
    EmbeddedPost post = Posts.post("Bus drivers in #Ghana on strike, two men detained");
    TestRecord<String, EmbeddedPost> record = new TestRecord<>(post.getPostKey(), post, INGESTED);
    trace.writeTo(record.headers());

    posts.pipeInput(record);

    assertThat(TraceContext.of(enriched.readRecord().headers())).isEqualTo(trace);
    assertThat(incidents.readRecordsToList())
        .hasSize(2)
        .allMatch(incident -> TraceContext.of(incident.headers()).equals(trace));
  }

  @Test
  void aPostWithoutAPlaceIsCodedWhereItsArticleIs() {
    EmbeddedPost post = Posts.post("Police fire tear gas at protesters");
    post.getArticle().setTitle("Crowds fill the streets of Tbilisi");

    posts.pipeInput(post.getPostKey(), post, INGESTED);

    assertThat(incidents.readValuesToList())
        .isNotEmpty()
        .allSatisfy(
            incident -> {
              assertThat(incident.getPlace().getName()).isEqualTo("Tbilisi");
              assertThat(incident.getPlaceSource()).isEqualTo(PlaceSource.ARTICLE);
            });
  }

  @Test
  void aPostThatReportsNothingIsEnrichedAndNotCoded() {
    EmbeddedPost post = Posts.post("");

    posts.pipeInput(post.getPostKey(), post);

    assertThat(enriched.readValue().getTopics()).isEmpty();
    assertThat(incidents.isEmpty()).isTrue();
  }

  private static <T> AvroSerde<T> serde() {
    AvroSerde<T> serde = new AvroSerde<>();
    serde.configure(
        Map.of("schema.registry.url", "mock://enrich", "specific.avro.reader", true), false);
    return serde;
  }

  private static String golden() throws IOException {
    try (InputStream file = EnrichTopologyTest.class.getResourceAsStream("topology.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
