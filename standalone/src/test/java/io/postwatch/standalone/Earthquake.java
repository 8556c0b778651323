// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.schema.Article;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.Span;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Four days of incidents in intervals of five minutes: one in each, and a story on the fourth. */
public final class Earthquake {
  public static final String TOPIC = "earthquake";

  /** The first of two intervals of thirty posts. */
  public static final int STORY = 3 * 288;

  private static final int INTERVALS = 4 * 288;
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Instant FIRST =
      Instant.now()
          .truncatedTo(ChronoUnit.HOURS)
          .minus(INTERVAL.multipliedBy(INTERVALS))
          .minus(Duration.ofHours(1));

  private Earthquake() {}

  /** Writes them, in order, as enrich would have. */
  public static void publish(KafkaSettings kafka) {
    Serializer<Incident> values = kafka.<Incident>valueSerde().serializer();
    String topic = Topics.INCIDENTS.name();
    // Bytes, as the stages' producers are given: of them the headers are made.
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            kafka.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int interval = 0; interval < INTERVALS; interval++) {
        int number = interval == STORY || interval == STORY + 1 ? 30 : 1;
        for (int i = 0; i < number; i++) {
          byte[] value = values.serialize(topic, incident(interval, i));
          producer.send(new ProducerRecord<>(topic, TOPIC.getBytes(UTF_8), value));
        }
      }
    }
  }

  /** Start of an interval. */
  public static Instant at(int interval) {
    return FIRST.plus(INTERVAL.multipliedBy(interval));
  }

  /** A post of its own account in an article of its own. */
  private static Incident incident(int interval, int number) {
    String name = interval + "-" + number;
    Instant at = at(interval).plusSeconds(number);
    return Incident.newBuilder()
        .setPostKey("x:" + name)
        .setPlatform("x")
        .setTopic(TOPIC)
        .setWatchLists(List.of("geology-desk"))
        .setConfidence(0.9)
        .setPlace(
            IncidentPlace.newBuilder()
                .setGeonameId(7L)
                .setName("Norvik")
                .setCountry("NO")
                .setKind("CITY")
                .build())
        .setEvidence(List.of(new Span("houses collapsed", 0, 16)))
        .setHandle("witness" + name)
        .setArticle(
            Article.newBuilder()
                .setKey("https://news.example/" + name)
                .setOutlet("outlet " + number % 4)
                .build())
        .setPostedAt(at)
        .setPostedAtPrecision(TimePrecision.SECOND)
        .setPostedAtSource(TimeSource.ID)
        .setIngestedAt(at)
        .build();
  }
}
