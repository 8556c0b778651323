// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
  @Test
  void eachRecordCountsOnceAndEveryInternalTopicIsNamedByUs() {
    StreamsConfig streams = streams(Map.of());

    assertThat(streams.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
    assertThat(streams.getBoolean("ensure.explicit.internal.resource.naming")).isTrue();
  }

  @Test
  void thereAreNoStandbyReplicasUnlessAskedFor() {
    assertThat(streams(Map.of()).getInt("num.standby.replicas")).isZero();
    assertThat(streams(Map.of("streams.num.standby.replicas", "1")).getInt("num.standby.replicas"))
        .isEqualTo(1);
  }

  @Test
  void internalTopicsHaveTheReplicationOfTheOthersAndSegmentsThatAreSoonCompacted() {
    StreamsConfig streams =
        streams(Map.of("topics.replication-factor", "3", "streams.topic.min.insync.replicas", "2"));

    assertThat(streams.getInt("replication.factor")).isEqualTo(3);
    assertThat(streams.originalsWithPrefix("topic."))
        .containsEntry("min.insync.replicas", "2")
        .containsEntry("segment.bytes", 64 << 20);
  }

  @Test
  void whatTheSectionStreamsSaysGoesOverWhatWeSay() {
    StreamsConfig streams =
        streams(
            Map.of(
                "streams.topic.segment.bytes", "1048576",
                "streams.replication.factor", "2",
                "topics.replication-factor", "3"));

    assertThat(streams.originalsWithPrefix("topic.")).containsEntry("segment.bytes", "1048576");
    assertThat(streams.getInt("replication.factor")).isEqualTo(2);
  }

  private static StreamsConfig streams(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("kafka.bootstrap.servers", "broker:9092");
    all.put("registry.schema.registry.url", "http://registry:8081");
    Settings settings = Settings.load(Optional.empty(), Map.of(), all);
    return new StreamsConfig(KafkaSettings.from(settings).streamsProperties("postwatch-test"));
  }
}
