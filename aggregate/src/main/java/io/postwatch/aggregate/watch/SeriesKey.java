// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * What is watched.
 *
 * @param topic id of the topic, at most 256 characters
 * @param place GeoNames id or country code; empty: all places
 */
record SeriesKey(String topic, String place) {

  /** Key of something that there is one of for each series, after a prefix. */
  Bytes after(byte[] prefix) {
    byte[] topicBytes = topic.getBytes(StandardCharsets.UTF_8);
    byte[] placeBytes = place.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(prefix.length + Short.BYTES + topicBytes.length + placeBytes.length)
            .put(prefix)
            .putShort((short) topicBytes.length)
            .put(topicBytes)
            .put(placeBytes)
            .array());
  }

  /** Reads what {@link #after} wrote, of which the prefix has been read. */
  static SeriesKey read(ByteBuffer in) {
    byte[] topic = new byte[in.getShort()];
    in.get(topic);
    byte[] place = new byte[in.remaining()];
    in.get(place);
    return new SeriesKey(
        new String(topic, StandardCharsets.UTF_8), new String(place, StandardCharsets.UTF_8));
  }
}
