// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.aggregate.counting.CountedPost;
import io.postwatch.aggregate.counting.PostId;
import io.postwatch.aggregate.counting.Sighting;
import io.postwatch.schema.Evidence;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The posts that report each topic, with all that was counted of them. Key: topic, post. What a
 * post has been seen in beyond {@value #TOGETHER} articles is stored apart, {@value #A_PART} a
 * record, written once, so that neither a record nor the cost of a sighting grows without bound.
 */
public final class Posts {
  static final int TOGETHER = 1_000;
  static final int A_PART = 500;

  private final KeyValueStore<Bytes, byte[]> store;

  Posts(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Key of a post that reports a topic. */
  public static byte[] key(String topic, PostId post) {
    byte[] prefix = prefix(topic);
    return ByteBuffer.allocate(prefix.length + 2 * Long.BYTES)
        .put(prefix)
        .putLong(post.high())
        .putLong(post.low())
        .array();
  }

  /** What the keys of a topic's posts begin with, and no others. */
  static byte[] prefix(String topic) {
    byte[] topicBytes = topic.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Short.BYTES + topicBytes.length)
        .putShort((short) topicBytes.length)
        .put(topicBytes)
        .array();
  }

  /** The topic that a post reports. */
  static String topic(byte[] key) {
    return new String(key, Short.BYTES, ByteBuffer.wrap(key).getShort(), StandardCharsets.UTF_8);
  }

  /** What is known of a post; null for nothing. */
  public PostState get(byte[] key) {
    return read(store, key);
  }

  /** What a task's store, read by any thread, knows of a post; null for nothing. */
  public static PostState read(ReadOnlyKeyValueStore<Bytes, byte[]> store, byte[] key) {
    byte[] bytes = store.get(Bytes.wrap(key));
    if (bytes == null) {
      return null;
    }
    PostStateCodec.Head head = PostStateCodec.head(bytes);
    int parts = parts(head.sightings());
    return parts == 0 ? head.state() : whole(store, key, head.state(), parts);
  }

  /** What to show of a post; empty when it is not known any more. */
  public Optional<Evidence> evidence(byte[] key) {
    byte[] bytes = store.get(Bytes.wrap(key));
    return bytes == null ? Optional.empty() : PostStateCodec.evidence(bytes);
  }

  /** Keeps a post, of which the sightings that were kept before are still the first. */
  public void put(byte[] key, PostState state) {
    List<Sighting> sightings = state.post().sightings();
    int parts = parts(sightings.size());
    if (parts > 0 && store.get(part(key, parts - 1)) == null) {
      int from = (parts - 1) * A_PART;
      store.put(part(key, parts - 1), PostStateCodec.bytes(sightings.subList(from, from + A_PART)));
    }
    store.put(Bytes.wrap(key), PostStateCodec.bytes(state, parts * A_PART));
  }

  public void remove(byte[] key) {
    byte[] bytes = store.get(Bytes.wrap(key));
    if (bytes != null) {
      for (int part = 0; part < parts(PostStateCodec.head(bytes).sightings()); part++) {
        store.delete(part(key, part));
      }
      store.delete(Bytes.wrap(key));
    }
  }

  private static PostState whole(
      ReadOnlyKeyValueStore<Bytes, byte[]> store, byte[] key, PostState head, int parts) {
    List<Sighting> sightings = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      sightings.addAll(PostStateCodec.sightings(store.get(part(key, part))));
    }
    CountedPost post = head.post();
    sightings.addAll(post.sightings());
    return new PostState(
        new CountedPost(post.editedAt(), post.withdrawn(), post.versions(), sightings),
        head.touchedAt(),
        head.isKept());
  }

  /** Follows from the number of sightings, since they come one by one and are never taken away. */
  private static int parts(int sightings) {
    return sightings <= TOGETHER ? 0 : (sightings - TOGETHER + A_PART - 1) / A_PART;
  }

  private static Bytes part(byte[] key, int part) {
    return Bytes.wrap(
        ByteBuffer.allocate(key.length + Integer.BYTES).put(key).putInt(part).array());
  }
}
