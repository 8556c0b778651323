// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.schema.Spike;
import io.postwatch.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the newest record of each spike that was told, the one that began last first. */
final class SpikeLog implements Processor<String, Spike, Void, Void> {
  static final Duration REMEMBER = Duration.ofDays(30);

  /** Bounds what one record can cost. */
  private static final int FORGOTTEN_AT_A_TIME = 1_000;

  private final Serializer<Spike> serializer;
  private KeyValueStore<Bytes, byte[]> store;

  SpikeLog(Serializer<Spike> serializer) {
    this.serializer = serializer;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(ViewStores.SPIKES);
  }

  @Override
  public void process(Record<String, Spike> record) {
    Spike spike = record.value();
    store.put(key(spike), serializer.serialize(Topics.SPIKES.name(), spike));
    forget(spike.getUpdatedAt().toEpochMilli() - REMEMBER.toMillis());
  }

  private void forget(long before) {
    List<Bytes> old = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> begunBefore = store.range(startingAt(before - 1), null)) {
      while (begunBefore.hasNext() && old.size() < FORGOTTEN_AT_A_TIME) {
        old.add(begunBefore.next().key);
      }
    }
    old.forEach(store::delete);
  }

  private static Bytes key(Spike spike) {
    byte[] topic = spike.getTopic().getBytes(StandardCharsets.UTF_8);
    byte[] place = spike.getPlace().getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + Short.BYTES + topic.length + place.length)
            .putLong(newestFirst(spike.getStartedAt().toEpochMilli()))
            .putShort((short) topic.length)
            .put(topic)
            .put(place)
            .array());
  }

  /** Before the keys of all spikes that began at a time, in epoch milliseconds, or earlier. */
  static Bytes startingAt(long time) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(newestFirst(time)).array());
  }

  private static long newestFirst(long time) {
    return Long.MAX_VALUE - Math.max(0, time);
  }
}
