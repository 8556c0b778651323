// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.aggregate.counting.CountedPost;
import io.postwatch.aggregate.counting.PlaceRollUp;
import io.postwatch.aggregate.counting.PostVersion;
import io.postwatch.aggregate.counting.Sighting;
import io.postwatch.aggregate.windows.KnownTime;
import io.postwatch.schema.Evidence;
import java.util.List;
import java.util.Optional;

/** A {@link PostState}, and parts of its sightings, in the store and its changelog. */
final class PostStateCodec {
  private static final byte VERSION = 1;

  private PostStateCodec() {}

  /** All but the first {@code apart} sightings, which are stored apart. */
  static byte[] bytes(PostState state, int apart) {
    CountedPost post = state.post();
    StateWriter out = new StateWriter(VERSION);
    // First, since what is shown of a post is read most often.
    out.list(post.versions(), version -> write(version, out));
    out.number(state.touchedAt());
    out.flag(state.isKept());
    out.number(post.editedAt());
    out.number(post.withdrawn());
    out.number(post.sightings().size());
    write(post.sightings().subList(apart, post.sightings().size()), out);
    return out.toBytes();
  }

  /** Sightings that are stored apart. */
  static byte[] bytes(List<Sighting> sightings) {
    StateWriter out = new StateWriter(VERSION);
    write(sightings, out);
    return out.toBytes();
  }

  static List<Sighting> sightings(byte[] bytes) {
    return sightings(new StateReader("sightings", bytes, VERSION));
  }

  /** What to show of the post; empty when it has no version. */
  static Optional<Evidence> evidence(byte[] bytes) {
    StateReader in = new StateReader("a post", bytes, VERSION);
    return in.number() == 0 ? Optional.empty() : Optional.of(evidence(in));
  }

  /** A post of whose sightings those that are stored apart are missing. */
  record Head(PostState state, int sightings) {}

  static Head head(byte[] bytes) {
    StateReader in = new StateReader("a post", bytes, VERSION);
    List<PostVersion> versions = in.list(() -> version(in));
    long touchedAt = in.number();
    boolean isKept = in.flag();
    long editedAt = in.number();
    long withdrawn = in.number();
    int all = (int) in.number();
    CountedPost post = new CountedPost(editedAt, withdrawn, versions, sightings(in));
    return new Head(new PostState(post, touchedAt, isKept), all);
  }

  private static void write(List<Sighting> sightings, StateWriter out) {
    out.list(
        sightings,
        sighting -> {
          out.fingerprints(sighting.article());
          out.fingerprintOrNone(sighting.outlet());
          out.number(sighting.seenAt());
          out.number(sighting.windows());
          out.number(sighting.version());
        });
  }

  private static List<Sighting> sightings(StateReader in) {
    return in.list(
        () ->
            new Sighting(
                in.fingerprint(),
                in.fingerprintOrNone(),
                in.number(),
                (int) in.number(),
                (int) in.number()));
  }

  private static void write(PostVersion version, StateWriter out) {
    Evidence evidence = version.evidence();
    out.text(evidence.getPostKey());
    out.textOrNull(evidence.getHandle());
    out.textOrNull(evidence.getUrl());
    out.textOrNull(evidence.getArticleUrl());
    out.text(evidence.getText());
    out.flag(version.posted().isPresent());
    version
        .posted()
        .ifPresent(
            posted -> {
              out.number(posted.from());
              out.number(posted.until() - posted.from());
            });
    out.list(
        version.places(),
        place -> {
          out.text(place.place());
          out.textOrNull(place.name());
        });
    out.list(version.watchLists(), out::text);
    out.fingerprintOrNone(version.author());
    out.fingerprints(version.text());
    out.list(version.claims(), claim -> Claims.write(claim, out));
  }

  private static Evidence evidence(StateReader in) {
    return new Evidence(in.text(), in.textOrNull(), in.textOrNull(), in.textOrNull(), in.text());
  }

  private static PostVersion version(StateReader in) {
    Evidence evidence = evidence(in);
    Optional<KnownTime> posted = Optional.empty();
    if (in.flag()) {
      long from = in.number();
      posted = Optional.of(new KnownTime(from, from + in.number()));
    }
    return new PostVersion(
        posted,
        in.list(() -> new PlaceRollUp(in.text(), in.textOrNull())),
        in.list(in::text),
        in.fingerprintOrNone(),
        in.fingerprint(),
        in.list(() -> Claims.read(in)),
        evidence);
  }
}
