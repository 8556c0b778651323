// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.aggregate.counting.Fingerprints;
import io.postwatch.aggregate.counting.Novelty;
import io.postwatch.aggregate.counting.Sighting;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What each count has counted: one small record a member, so that a sighting costs the same however
 * much has been counted before. Key: the count's key, the kind of member, its fingerprint.
 */
public final class Members {
  private static final byte POST = 'p';
  private static final byte SIGHTING = 's';
  private static final byte AUTHOR = 'a';
  private static final byte OUTLET = 'o';
  private static final byte TEXT = 't';
  private static final byte[] PRESENT = {1};

  private final KeyValueStore<Bytes, byte[]> store;

  Members(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Adds to a count that has no members yet, which saves looking for them. */
  public Novelty addFirst(byte[] count, Sighting sighting) {
    store.put(key(count, POST, sighting.post()), sighting.article());
    sighting.author().ifPresent(author -> store.put(key(count, AUTHOR, author), PRESENT));
    sighting.outlet().ifPresent(outlet -> store.put(key(count, OUTLET, outlet), PRESENT));
    sighting.text().ifPresent(text -> store.put(key(count, TEXT, text), PRESENT));
    return new Novelty(
        true, true, sighting.author().isPresent(), sighting.outlet().isPresent(), true);
  }

  /** Adds what of the sighting the count does not have yet. */
  public Novelty add(byte[] count, Sighting sighting) {
    Bytes post = key(count, POST, sighting.post());
    byte[] firstArticle = store.get(post);
    if (firstArticle == null) {
      store.put(post, sighting.article());
    } else if (!addFurther(count, sighting, firstArticle)) {
      return Novelty.NOTHING;
    }
    boolean isNewPost = firstArticle == null;
    return new Novelty(
        isNewPost,
        true,
        addKnown(count, AUTHOR, sighting.author()),
        addKnown(count, OUTLET, sighting.outlet()),
        isNewPost && addText(count, sighting.text()));
  }

  /** Forgets up to {@code limit} members of a count; returns how many there were. */
  public int remove(byte[] count, int limit) {
    List<Bytes> found = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> members =
        store.prefixScan(Bytes.wrap(count), new BytesSerializer())) {
      while (members.hasNext() && found.size() < limit) {
        found.add(members.next().key);
      }
    }
    found.forEach(store::delete);
    return found.size();
  }

  // A post's record holds its first article, so that a post seen once costs one record, not two.
  private boolean addFurther(byte[] count, Sighting sighting, byte[] firstArticle) {
    return !Arrays.equals(firstArticle, sighting.article())
        && addOne(key(count, SIGHTING, sighting.post(), sighting.article()));
  }

  // A text that is not known, or too short to be compared, is the only one of its kind.
  private boolean addText(byte[] count, Optional<byte[]> text) {
    return text.isEmpty() || addOne(key(count, TEXT, text.get()));
  }

  private boolean addKnown(byte[] count, byte kind, Optional<byte[]> member) {
    return member.isPresent() && addOne(key(count, kind, member.get()));
  }

  private boolean addOne(Bytes member) {
    return store.putIfAbsent(member, PRESENT) == null;
  }

  private static Bytes key(byte[] count, byte kind, byte[]... fingerprints) {
    ByteBuffer key =
        ByteBuffer.allocate(count.length + 1 + fingerprints.length * Fingerprints.LENGTH)
            .put(count)
            .put(kind);
    for (byte[] fingerprint : fingerprints) {
      key.put(fingerprint);
    }
    return Bytes.wrap(key.array());
  }
}
