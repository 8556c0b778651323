// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.aggregate.counting.Count;
import io.postwatch.aggregate.counting.Distinct;
import io.postwatch.aggregate.counting.EvidenceSample;
import io.postwatch.aggregate.counting.PostId;
import io.postwatch.schema.CountStatus;
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
    out.text(count.status().name());
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
        item -> {
          out.fingerprint(item.post().high());
          out.fingerprint(item.post().low());
          out.fingerprint(item.text());
        });
    return out.toBytes();
  }

  private static CountState state(byte[] bytes) {
    StateReader in = new StateReader("a count", bytes, VERSION);
    long publishedAt = in.number();
    boolean isPending = in.flag();
    boolean isKept = in.flag();
    CountStatus status = CountStatus.valueOf(in.text());
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

  private static void write(Distinct distinct, StateWriter out) {
    out.flag(distinct.isEstimated());
    if (distinct.isEstimated()) {
      out.number(distinct.least());
      out.bytes(distinct.sketch());
      return;
    }
    long[] members = distinct.members();
    out.number(members.length);
    for (int i = 0; i < members.length; i++) {
      out.fingerprint(members[i]);
      out.number(distinct.posts()[i]);
    }
  }

  private static Distinct distinct(StateReader in) {
    if (in.flag()) {
      int least = (int) in.number();
      return new Distinct(new long[0], new int[0], in.bytes(), least);
    }
    int size = (int) in.number();
    long[] members = new long[size];
    int[] posts = new int[size];
    for (int i = 0; i < size; i++) {
      members[i] = in.fingerprint();
      posts[i] = (int) in.number();
    }
    return new Distinct(members, posts, null, 0);
  }
}
