// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import io.postwatch.runtime.CloudEventInterceptor;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.serde.AvroSerializer;
import io.postwatch.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;

/**
 * Prints what the headers of CloudEvents cost a count, the smallest and most frequent record that
 * is published: processor time beside that of writing it as Avro, and bytes in a batch.
 */
public final class EventHeaders {
  private static final int RECORDS = 20_000;
  private static final int ROUNDS = 15;
  private static final int BATCH = 200;
  private static final String TOPIC = Topics.INCIDENT_COUNTS.name();
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

  private final AvroSerializer keys = serializer(true);
  private final AvroSerializer values = serializer(false);
  private final CloudEventInterceptor interceptor = new CloudEventInterceptor();
  private final List<IncidentCountKey> counted =
      IntStream.range(0, RECORDS).mapToObj(EventHeaders::key).toList();
  private final List<IncidentCount> counts =
      IntStream.range(0, RECORDS).mapToObj(EventHeaders::count).toList();

  private EventHeaders() {}

  public static void main(String[] args) throws Exception {
    new EventHeaders().print();
  }

  private void print() throws Exception {
    double[] seconds =
        Stopwatch.cpuSeconds(
            ROUNDS,
            List.of(
                () -> IntStream.range(0, RECORDS).forEach(this::plain),
                () -> IntStream.range(0, RECORDS).forEach(this::described)));
    System.out.printf(
        "Avro alone %.2f us a record, with headers %.2f us%n",
        seconds[0] / RECORDS * 1e6, seconds[1] / RECORDS * 1e6);
    print("uncompressed", Compression.NONE);
    print("lz4", Compression.lz4().build());
  }

  private void print(String name, Compression compression) {
    System.out.printf(
        "%s: %d bytes a record, with headers %d%n",
        name, bytes(compression, false), bytes(compression, true));
  }

  private long bytes(Compression compression, boolean withHeaders) {
    SimpleRecord[] batch =
        IntStream.range(0, BATCH)
            .mapToObj(i -> withHeaders ? described(i) : plain(i))
            .map(
                r ->
                    new SimpleRecord(
                        NOON.toEpochMilli(), r.key(), r.value(), r.headers().toArray()))
            .toArray(SimpleRecord[]::new);
    return MemoryRecords.withRecords(compression, batch).sizeInBytes() / BATCH;
  }

  private ProducerRecord<byte[], byte[]> plain(int i) {
    return new ProducerRecord<>(
        TOPIC,
        null,
        NOON.toEpochMilli() + i,
        keys.serialize(TOPIC, counted.get(i)),
        values.serialize(TOPIC, counts.get(i)));
  }

  private ProducerRecord<byte[], byte[]> described(int i) {
    return interceptor.onSend(plain(i));
  }

  private static IncidentCountKey key(int i) {
    return new IncidentCountKey(
        Clock.POSTED, "protest", Integer.toString(184_745 + i), NOON, 3_600_000L);
  }

  private static IncidentCount count(int i) {
    String id = Long.toString(1_895_800_000_000_000_000L + i * 7_919L);
    Evidence evidence =
        new Evidence(
            "x:" + id,
            "author" + i,
            "https://x.com/author" + i + "/status/" + id,
            "https://news.example/" + i,
            "protest");
    return IncidentCount.newBuilder()
        .setPosts(1L + i % 40)
        .setSightings(1L + i % 90)
        .setAuthors(1L + i % 30)
        .setOutlets(1L + i % 9)
        .setStatus(CountStatus.PROVISIONAL)
        .setPlaceName("Nairobi")
        .setEvidence(List.of(evidence))
        .setUpdatedAt(NOON.plusMillis(i))
        .build();
  }

  private static AvroSerializer serializer(boolean isKey) {
    AvroSerializer serializer = new AvroSerializer();
    serializer.configure(Map.of("schema.registry.url", "mock://event-headers"), isKey);
    return serializer;
  }
}
