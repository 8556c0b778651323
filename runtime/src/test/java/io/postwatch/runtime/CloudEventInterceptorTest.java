// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.topics.CloudEvents;
import io.postwatch.topics.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CloudEventInterceptorTest {
  private static final byte[] KEY = "flood".getBytes(UTF_8);
  private static final byte[] VALUE = {0, 0, 0, 0, 1, 42};
  private static final long TIME = Instant.parse("2025-03-01T12:00:00.250Z").toEpochMilli();

  private final CloudEventInterceptor interceptor = new CloudEventInterceptor();

  @Test
  void aPublishedRecordSaysWhatItIsInItsHeaders() {
    ProducerRecord<byte[], byte[]> sent = interceptor.onSend(record("postwatch.incidents.v1"));

    assertThat(headers(sent))
        .containsExactlyInAnyOrder(
            "ce_specversion=1.0",
            "ce_id=" + CloudEvents.of("postwatch.incidents.v1").orElseThrow().id(KEY, VALUE),
            "ce_source=/postwatch/enrich",
            "ce_type=io.postwatch.incidents.v1",
            "ce_time=2025-03-01T12:00:00.250Z",
            "content-type=application/avro");
    assertThat(sent.key()).isEqualTo(KEY);
    assertThat(sent.value()).isEqualTo(VALUE);
    assertThat(sent.timestamp()).isEqualTo(TIME);
  }

  @Test
  void headersOfTheRecordItWasDerivedFromAreReplacedAndOthersKept() {
    ProducerRecord<byte[], byte[]> incident = interceptor.onSend(record("postwatch.incidents.v1"));
    incident.headers().add("postwatch.late.windows", "1m".getBytes(UTF_8));

    ProducerRecord<byte[], byte[]> late =
        interceptor.onSend(
            new ProducerRecord<>("postwatch.late.v1", null, TIME, KEY, VALUE, incident.headers()));

    assertThat(headers(late))
        .hasSize(7)
        .contains("ce_type=io.postwatch.late.v1", "postwatch.late.windows=1m");
  }

  @Test
  void aRecordWithoutATimeIsStampedWithTheTimeItNames() {
    ProducerRecord<byte[], byte[]> sent =
        interceptor.onSend(new ProducerRecord<>("postwatch.posts.v1", KEY, VALUE));

    assertThat(headers(sent)).contains("ce_time=" + Instant.ofEpochMilli(sent.timestamp()));
  }

  @Test
  void deadLettersAndChangelogsAreLeftAsTheyAre() {
    for (String topic :
        List.of(Topics.DEAD_LETTERS.name(), "postwatch-aggregate-incident-counts-changelog")) {
      ProducerRecord<byte[], byte[]> record = record(topic);

      assertThat(interceptor.onSend(record)).isSameAs(record);
      assertThat(record.headers()).isEmpty();
    }
  }

  @Test
  void interceptorsThatTheSettingsNameComeAfterOurs() {
    String ours = CloudEventInterceptor.class.getName();

    assertThat(settings(Map.of()).producerProperties()).containsEntry("interceptor.classes", ours);
    assertThat(settings(Map.of()).streamsProperties("app"))
        .containsEntry("producer.interceptor.classes", ours);
    assertThat(settings(Map.of("kafka.interceptor.classes", "a.B")).producerProperties())
        .containsEntry("interceptor.classes", ours + ",a.B");
    assertThat(
            settings(Map.of("streams.producer.interceptor.classes", "a.C"))
                .streamsProperties("app"))
        .containsEntry("producer.interceptor.classes", ours + ",a.C");
  }

  private static KafkaSettings settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("kafka.bootstrap.servers", "localhost:1");
    all.put("registry.schema.registry.url", "mock://test");
    return KafkaSettings.from(Settings.load(Optional.empty(), Map.of(), all));
  }

  private static ProducerRecord<byte[], byte[]> record(String topic) {
    return new ProducerRecord<>(topic, null, TIME, KEY, VALUE, new RecordHeaders());
  }

  private static List<String> headers(ProducerRecord<byte[], byte[]> record) {
    List<String> headers = new ArrayList<>();
    record
        .headers()
        .forEach(header -> headers.add(header.key() + "=" + new String(header.value(), UTF_8)));
    return headers;
  }
}
