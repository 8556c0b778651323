// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.counting.CountedPost;
import io.postwatch.aggregate.counting.Sighting;
import io.postwatch.aggregate.counting.Windows;
import io.postwatch.aggregate.search.Hit;
import io.postwatch.aggregate.view.IncidentDocument;
import io.postwatch.aggregate.view.IncidentsAsked;
import io.postwatch.aggregate.view.KnownIncident;
import io.postwatch.aggregate.view.ViewReader;
import io.postwatch.schema.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.Query;

/**
 * Finds the incidents behind a count: the index tells which may be, the memory of the counts which
 * are. So what is found is what was counted, however late, edited or withdrawn.
 */
public final class IncidentSearch {
  /** Bounds the cost of a question of which hardly anything that may be is. */
  private static final int MOST_CANDIDATES = 20_000;

  private static final int BATCH = 250;

  private final Windows windows;

  public IncidentSearch(Windows windows) {
    this.windows = windows;
  }

  /**
   * This instance's incidents, the newest first by the clock.
   *
   * @param after those that come after this place only
   * @param limit most on a page, which may have fewer though the list goes on
   */
  public Finds<FoundIncident> find(
      ViewReader view, IncidentFilter filter, Optional<Hit.Place> after, int limit) {
    OptionalInt window = filter.window(windows);
    List<FoundIncident> found = new ArrayList<>();
    if (window.isEmpty()) {
      return new Finds<>(found, Optional.empty());
    }
    Query query = query(filter, windows.rule(window.getAsInt()).size().millis());
    String order = filter.clock() == Clock.SEEN ? IncidentDocument.SEEN : IncidentDocument.POSTED;
    Optional<Hit.Place> last = after;
    for (int looked = 0; looked < MOST_CANDIDATES; looked += BATCH) {
      List<Hit> hits = view.incidents(query, order, last, BATCH);
      for (Hit hit : hits) {
        last = Optional.of(hit.place());
        found(view, hit, filter, window.getAsInt()).ifPresent(found::add);
        if (found.size() == limit) {
          return new Finds<>(found, last);
        }
      }
      if (hits.size() < BATCH) {
        return new Finds<>(found, Optional.empty());
      }
    }
    return new Finds<>(found, last);
  }

  // Windows that begin within the time reach beyond it where it is not a whole number of them.
  private static Query query(IncidentFilter filter, long size) {
    long from = filter.from();
    long to = filter.to();
    boolean isWhole = to == IncidentFilter.FOR_EVER || to % size == 0;
    return new IncidentsAsked(
            filter.topics(),
            filter.place(),
            filter.clock(),
            from,
            isWhole ? to : to - to % size + size,
            filter.watchList(),
            filter.platform(),
            filter.post())
        .query();
  }

  private Optional<FoundIncident> found(
      ViewReader view, Hit hit, IncidentFilter filter, int window) {
    String topic = IncidentDocument.topic(hit.id());
    String postKey = IncidentDocument.postKey(hit.id());
    CountedPost counted = view.counted(hit.task(), topic, postKey).orElse(CountedPost.UNSEEN);
    if (!counted.countsIn(
        window, filter.from(), filter.to(), filter.place(), filter.watchList(), windows)) {
      return Optional.empty();
    }
    return view.incident(hit.task(), topic, postKey)
        .filter(known -> !known.versions().isEmpty())
        .map(known -> found(hit.place(), known, counted, filter.place()));
  }

  private static FoundIncident found(
      Hit.Place place, KnownIncident known, CountedPost counted, String at) {
    return new FoundIncident(place, known, known.shownAt(at), articles(counted));
  }

  /** In how many articles a post was seen. */
  static int articles(CountedPost counted) {
    return (int) counted.sightings().stream().mapToLong(Sighting::article).distinct().count();
  }
}
