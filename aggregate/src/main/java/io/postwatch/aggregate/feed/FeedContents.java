// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.AggregateSerdes;
import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.json.SpikeJson;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.Spike;
import io.postwatch.schema.WatchListCountKey;
import io.postwatch.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes of published records what the feed tells of them. */
final class FeedContents
    implements Function<ConsumerRecord<byte[], byte[]>, Optional<FeedItem.Content>> {
  private final AggregateSerdes serdes;

  FeedContents(AggregateSerdes serdes) {
    this.serdes = serdes;
  }

  @Override
  public Optional<FeedItem.Content> apply(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    if (record.topic().equals(Topics.SPIKES.name())) {
      return Optional.of(
          spike(serdes.spike().deserializer().deserialize(record.topic(), record.value())));
    }
    CountKey key = key(serdes.countKey().deserializer().deserialize(record.topic(), record.key()));
    IncidentCount count = serdes.count().deserializer().deserialize(record.topic(), record.value());
    return Optional.of(
        new FeedItem.Content(
            FeedItem.Kind.COUNTS, key, key, key.topic(), key.place(), bytes(json(key, count))));
  }

  private static FeedItem.Content spike(Spike spike) {
    List<Object> key = List.of(spike.getTopic(), spike.getPlace(), spike.getStartedAt());
    return new FeedItem.Content(
        FeedItem.Kind.SPIKES,
        key,
        null,
        spike.getTopic(),
        spike.getPlace(),
        bytes(SpikeJson.of(spike)));
  }

  private static CountKey key(SpecificRecord published) {
    if (published instanceof WatchListCountKey key) {
      return new CountKey(
          key.getClock(),
          key.getWatchList(),
          key.getTopic(),
          key.getPlace(),
          key.getWindowStart().toEpochMilli(),
          new WindowSize(key.getWindowSize()));
    }
    IncidentCountKey key = (IncidentCountKey) published;
    return new CountKey(
        key.getClock(),
        CountKey.NO_LIST,
        key.getTopic(),
        key.getPlace(),
        key.getWindowStart().toEpochMilli(),
        new WindowSize(key.getWindowSize()));
  }

  private static ObjectNode json(CountKey key, IncidentCount count) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("clock", key.clock().name())
        .put("topic", key.topic())
        .put("place", key.place().isEmpty() ? null : key.place())
        .put("placeName", count.getPlaceName())
        .put("watchList", key.isOfWatchList() ? key.watchList() : null)
        .put("windowStart", Instant.ofEpochMilli(key.windowStart()).toString())
        .put("windowSize", key.windowSize().toString())
        .put("posts", count.getPosts())
        .put("sightings", count.getSightings())
        .put("authors", count.getAuthors())
        .put("outlets", count.getOutlets())
        .put("status", count.getStatus().name());
  }

  // Jackson escapes line ends, so that an object is one line of an event.
  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
