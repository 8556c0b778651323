// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.schema.IncidentCount;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A {@link CountState} in the store and its changelog: a version byte, when it was published,
 * whether it waits, then the count as the serde writes it.
 */
final class CountStateSerde {
  private static final byte VERSION = 1;

  /** The first byte of a count alone, as stores held it before there were states. */
  private static final byte COUNT_ALONE = 0;

  private static final int HEAD = 1 + Long.BYTES + 1;

  private CountStateSerde() {}

  static Serde<CountState> of(Serde<IncidentCount> counts) {
    Serializer<CountState> serializer =
        (topic, state) ->
            state == null
                ? null
                : bytes(state, counts.serializer().serialize(topic, state.count()));
    Deserializer<CountState> deserializer =
        (topic, bytes) -> bytes == null ? null : state(topic, bytes, counts.deserializer());
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private static byte[] bytes(CountState state, byte[] count) {
    return ByteBuffer.allocate(HEAD + count.length)
        .put(VERSION)
        .putLong(state.publishedAt())
        .put((byte) (state.isPending() ? 1 : 0))
        .put(count)
        .array();
  }

  private static CountState state(String topic, byte[] bytes, Deserializer<IncidentCount> counts) {
    if (bytes[0] == COUNT_ALONE) {
      IncidentCount count = counts.deserialize(topic, bytes);
      return new CountState(count, count.getUpdatedAt().toEpochMilli(), false);
    }
    if (bytes[0] != VERSION || bytes.length < HEAD) {
      throw new SerializationException("a count's state of unknown version " + bytes[0]);
    }
    ByteBuffer head = ByteBuffer.wrap(bytes, 1, HEAD - 1);
    long publishedAt = head.getLong();
    boolean isPending = head.get() == 1;
    byte[] count = Arrays.copyOfRange(bytes, HEAD, bytes.length);
    return new CountState(counts.deserialize(topic, count), publishedAt, isPending);
  }
}
