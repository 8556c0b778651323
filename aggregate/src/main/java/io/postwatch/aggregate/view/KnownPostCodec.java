// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.state.StateReader;
import io.postwatch.aggregate.state.StateWriter;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.topics.Topics;
import org.apache.kafka.common.serialization.Serde;

/** A {@link KnownPost} in the store and its changelog, as {@link KnownIncidentCodec}. */
final class KnownPostCodec {
  private static final byte VERSION = 1;

  private final Serde<EnrichedPost> post;

  KnownPostCodec(Serde<EnrichedPost> post) {
    this.post = post;
  }

  byte[] bytes(KnownPost known) {
    StateWriter out = new StateWriter(VERSION);
    out.number(known.firstSeen());
    out.number(known.lastSeen());
    out.number(known.sightings());
    out.number(known.editedAt());
    out.number(known.deletedAt());
    out.list(known.articles(), article -> article.write(out));
    out.bytes(post.serializer().serialize(Topics.ENRICHED_POSTS.name(), known.post()));
    return out.toBytes();
  }

  KnownPost read(byte[] bytes) {
    StateReader in = new StateReader("a post", bytes, VERSION);
    return new KnownPost(
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.list(() -> ShownIn.read(in)),
        post.deserializer().deserialize(Topics.ENRICHED_POSTS.name(), in.bytes()));
  }

  /** When it was seen last, without reading the rest. */
  static long lastSeen(byte[] bytes) {
    StateReader in = new StateReader("a post", bytes, VERSION);
    in.number();
    return in.number();
  }
}
