// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.schema.CountStatus;
import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.IncidentCount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A count with what is needed to change it. Each step of its life is a new record.
 *
 * @param posts distinct posts
 * @param sightings distinct pairs of post and article
 * @param authors distinct authors
 * @param outlets distinct outlets
 * @param texts distinct texts
 * @param claims see {@link HighestFigures}
 * @param sample see {@link EvidenceSample}
 * @param placeName English name of its place; null for all places or where none is known
 * @param status how far its window is
 * @param updatedAt when it was changed last, epoch milliseconds
 */
public record Count(
    long posts,
    long sightings,
    Distinct authors,
    Distinct outlets,
    Distinct texts,
    List<CountedFigure> claims,
    List<EvidenceSample.Item> sample,
    String placeName,
    CountStatus status,
    long updatedAt) {

  /** The count of a window in which nothing has been counted yet. */
  public static Count empty(String placeName, long at) {
    return new Count(
        0,
        0,
        Distinct.NONE,
        Distinct.NONE,
        Distinct.NONE,
        List.of(),
        List.of(),
        placeName,
        CountStatus.PROVISIONAL,
        at);
  }

  /** The count of an open window that closes. */
  public Count closed(long at) {
    return new Count(
        posts,
        sightings,
        authors,
        outlets,
        texts,
        claims,
        sample,
        placeName,
        CountStatus.FINAL,
        at);
  }

  /** About how many bytes it takes in memory. */
  public int weight() {
    return 400 + authors.weight() + outlets.weight() + texts.weight() + 200 * claims.size();
  }

  public boolean isOpen() {
    return status == CountStatus.PROVISIONAL;
  }

  /**
   * The published form.
   *
   * @param evidence what to show of a post; empty when it has been forgotten
   */
  public IncidentCount published(Function<PostId, Optional<Evidence>> evidence) {
    return new IncidentCount(
        posts,
        sightings,
        authors.number(),
        outlets.number(),
        HighestFigures.highest(claims),
        status,
        placeName,
        sample.stream()
            .map(item -> evidence.apply(item.post()))
            .flatMap(Optional::stream)
            .limit(EvidenceSample.POSTS)
            .toList(),
        Instant.ofEpochMilli(updatedAt),
        texts.number(),
        authors.isEstimated(),
        outlets.isEstimated(),
        texts.isEstimated());
  }
}
