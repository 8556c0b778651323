// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.schema.CountStatus;
import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import java.time.Instant;
import java.util.List;

/** The steps of a count's life, each a new record: no count is changed in place. */
public final class CountUpdate {
  private CountUpdate() {}

  /** The count of a window in which nothing has been counted yet. */
  public static IncidentCount empty(PlaceRollUp place, Instant at) {
    return new IncidentCount(
        0L,
        0L,
        0L,
        0L,
        List.of(),
        CountStatus.PROVISIONAL,
        place.name(),
        List.of(),
        at,
        0L,
        false,
        false,
        false);
  }

  /**
   * The count after a sighting; the very record {@code before} when the sighting changes nothing.
   */
  public static IncidentCount after(
      IncidentCount before, Incident incident, Novelty novelty, Instant at) {
    List<CountedFigure> figures = HighestFigures.after(before.getFigures(), incident);
    if (!novelty.sighting() && figures == before.getFigures()) {
      return before;
    }
    List<Evidence> evidence =
        novelty.post()
            ? EvidenceSample.after(before.getEvidence(), incident)
            : before.getEvidence();
    return new IncidentCount(
        before.getPosts() + one(novelty.post()),
        before.getSightings() + one(novelty.sighting()),
        before.getAuthors() + one(novelty.author()),
        before.getOutlets() + one(novelty.outlet()),
        figures,
        isOpen(before) ? CountStatus.PROVISIONAL : CountStatus.CORRECTED,
        before.getPlaceName(),
        evidence,
        at,
        before.getDistinctTexts() + one(novelty.text()),
        false,
        false,
        false);
  }

  /** The count of an open window that closes. */
  public static IncidentCount closed(IncidentCount open, Instant at) {
    return new IncidentCount(
        open.getPosts(),
        open.getSightings(),
        open.getAuthors(),
        open.getOutlets(),
        open.getFigures(),
        CountStatus.FINAL,
        open.getPlaceName(),
        open.getEvidence(),
        at,
        open.getDistinctTexts(),
        false,
        false,
        false);
  }

  public static boolean isOpen(IncidentCount count) {
    return count.getStatus() == CountStatus.PROVISIONAL;
  }

  private static long one(boolean isNew) {
    return isNew ? 1 : 0;
  }
}
