// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.serde.AvroSerde;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;

/** Keeps a table of the latest counts, and of it how many posts report each topic on closed days. */
public final class PostsByTopic {
  private static final long DAY = 86_400_000;

  public static void main(String[] args) {
    Properties settings = new Properties();
    settings.put("application.id", "posts-by-topic");
    settings.put("bootstrap.servers", args[0]);
    // Kafka Streams reads committed records only where it is exactly-once itself.
    settings.put("processing.guarantee", "exactly_once_v2");

    StreamsBuilder builder = new StreamsBuilder();
    KTable<IncidentCountKey, IncidentCount> latest =
        builder.table(
            "postwatch.incident-counts.v1",
            Consumed.with(serde(args[1], true), serde(args[1], false)),
            Materialized.as("latest-counts"));
    latest
        .filter((key, count) -> isDayOfAllPlaces(key) && isClosed(count))
        .groupBy(
            (key, count) -> KeyValue.pair(key.getTopic(), count.getPosts()),
            Grouped.with("by-topic", Serdes.String(), Serdes.Long()))
        // A corrected count takes the place of the one before: that is subtracted.
        .reduce(Long::sum, (sum, before) -> sum - before, Materialized.as("posts-by-topic"))
        .toStream()
        .foreach((topic, posts) -> System.out.println(topic + " " + posts));

    KafkaStreams streams = new KafkaStreams(builder.build(), settings);
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
    streams.start();
  }

  private static boolean isDayOfAllPlaces(IncidentCountKey key) {
    return key.getClock() == Clock.POSTED && key.getWindowSize() == DAY && key.getPlace().isEmpty();
  }

  private static boolean isClosed(IncidentCount count) {
    return count.getStatus() != CountStatus.PROVISIONAL;
  }

  private static <T extends SpecificRecord> Serde<T> serde(String registry, boolean isKey) {
    Serde<T> serde = new AvroSerde<>();
    serde.configure(Map.of("schema.registry.url", registry, "specific.avro.reader", true), isKey);
    return serde;
  }
}
