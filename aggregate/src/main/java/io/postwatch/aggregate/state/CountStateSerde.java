// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.aggregate.counting.Count;
import io.postwatch.aggregate.counting.Distinct;
import io.postwatch.aggregate.counting.EvidenceSample;
import io.postwatch.aggregate.counting.PostId;
import io.postwatch.schema.CountStatus;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** A {@link CountState} in the store and its changelog. */
final class CountStateSerde {
  private static final byte VERSION = 1;

  private CountStateSerde() {}

  static Serde<CountState> create() {
    return Serdes.serdeFrom(
        (topic, state) -> state == null ? null : bytes(state),
        (topic, bytes) -> bytes == null ? null : state(bytes));
  }

  private static byte[] bytes(CountState state) {
    Count count = state.count();
    StateWriter out = new StateWriter(VERSION);
    out.number(state.publishedAt());
    out.flag(state.isPending());
    out.flag(state.isKept());
    out.code(code(count.status()));
    out.number(count.updatedAt());
    out.textOrNull(count.placeName());
    out.number(count.posts());
    out.number(count.sightings());
    write(count.authors(), out);
    write(count.outlets(), out);
    write(count.texts(), out);
    out.list(count.claims(), claim -> Claims.write(claim, out));
    out.list(
        count.sample(),
        item -> out.fingerprints(item.post().high(), item.post().low(), item.text()));
    return out.toBytes();
  }

  private static CountState state(byte[] bytes) {
    StateReader in = new StateReader("a count", bytes, VERSION);
    long publishedAt = in.number();
    boolean isPending = in.flag();
    boolean isKept = in.flag();
    CountStatus status = status(in.code());
    long updatedAt = in.number();
    String placeName = in.textOrNull();
    return new CountState(
        new Count(
            in.number(),
            in.number(),
            distinct(in),
            distinct(in),
            distinct(in),
            in.list(() -> Claims.read(in)),
            in.list(
                () ->
                    new EvidenceSample.Item(
                        new PostId(in.fingerprint(), in.fingerprint()), in.fingerprint())),
            placeName,
            status,
            updatedAt),
        publishedAt,
        isPending,
        isKept);
  }

  // Codes of their own, since they are stored: the order of the schema's symbols may change.
  private static int code(CountStatus status) {
    return switch (status) {
      case PROVISIONAL -> 1;
      case FINAL -> 2;
      case CORRECTED -> 3;
    };
  }

  private static CountStatus status(int code) {
    return switch (code) {
      case 1 -> CountStatus.PROVISIONAL;
      case 2 -> CountStatus.FINAL;
      case 3 -> CountStatus.CORRECTED;
      default -> throw new SerializationException("no status has the code " + code);
    };
  }

  private static void write(Distinct distinct, StateWriter out) {
    out.flag(distinct.isEstimated());
    if (distinct.isEstimated()) {
      out.number(distinct.least());
      out.bytes(distinct.sketch());
      return;
    }
    long[] members = distinct.members();
    out.number(members.length);
    out.fingerprints(members);
    for (int posts : distinct.posts()) {
      out.number(posts);
    }
  }

  private static Distinct distinct(StateReader in) {
    if (in.flag()) {
      int least = (int) in.number();
      return new Distinct(new long[0], new int[0], in.bytes(), least);
    }
    int size = (int) in.number();
    long[] members = in.fingerprints(size);
    int[] posts = new int[size];
    for (int i = 0; i < size; i++) {
      posts[i] = (int) in.number();
    }
    return new Distinct(members, posts, null, 0);
  }
}
