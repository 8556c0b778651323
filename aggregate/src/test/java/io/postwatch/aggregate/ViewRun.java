// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.counting.Windows;
import io.postwatch.aggregate.query.Finds;
import io.postwatch.aggregate.query.FoundIncident;
import io.postwatch.aggregate.query.FoundPost;
import io.postwatch.aggregate.query.IncidentFilter;
import io.postwatch.aggregate.query.IncidentSearch;
import io.postwatch.aggregate.query.PostFilter;
import io.postwatch.aggregate.query.PostSearch;
import io.postwatch.aggregate.query.Shown;
import io.postwatch.aggregate.search.Hit;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.view.View;
import io.postwatch.aggregate.view.ViewReader;
import io.postwatch.aggregate.view.ViewRules;
import io.postwatch.schema.Clock;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCountKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A run whose posts and incidents can be asked for. */
public final class ViewRun implements AutoCloseable {
  final AggregateRun run;
  private final View view;
  private final CountingRules rules;
  private Instant now = AggregateRun.START;

  private ViewRun(CountingRules rules, KeptStores stores, KeptWindows windows, View view) {
    this.rules = rules;
    this.view = view;
    run = AggregateRun.of(rules, stores, windows, AggregateRun.START, view);
  }

  public static ViewRun of(CountingRules rules) {
    return of(rules, new KeptStores(), new KeptWindows());
  }

  /** A run that goes on with the stores of another, and an index of its own. */
  static ViewRun of(CountingRules rules, KeptStores stores, KeptWindows windows) {
    return new ViewRun(rules, stores, windows, view());
  }

  public static View view() {
    return View.open(
        new ViewRules(ViewRules.USUAL_REMEMBER, 1_000, Optional.empty()),
        AggregateRun.viewSerdes());
  }

  public void see(Incident... seen) {
    run.see(seen);
  }

  public void see(EnrichedPost... seen) {
    for (EnrichedPost post : seen) {
      run.see(post);
    }
  }

  void pass(Duration time) {
    run.pass(time);
    now = now.plus(time);
  }

  ViewReader reader() {
    await();
    return new ViewReader(view, run.state(0), InstantSource.fixed(now));
  }

  /** Waits until all that was seen is found. */
  public void await() {
    view.posts().await();
    view.incidents().await();
  }

  /** For who asks by HTTP. */
  public Shown shown() {
    return new Shown(view, InstantSource.fixed(now));
  }

  public LocalState state() {
    return run.state(0);
  }

  /** The incidents behind a count. */
  List<FoundIncident> behind(IncidentCountKey key) {
    long start = key.getWindowStart().toEpochMilli();
    return all(
        new IncidentFilter(
            Set.of(key.getTopic()),
            key.getPlace(),
            key.getClock(),
            start,
            start + key.getWindowSize(),
            CountKey.NO_LIST,
            "",
            ""));
  }

  /** All incidents at a place, by when they were seen; empty: anywhere. */
  List<FoundIncident> at(String place) {
    return all(
        new IncidentFilter(
            Set.of(), place, Clock.SEEN, 0, IncidentFilter.FOR_EVER, CountKey.NO_LIST, "", ""));
  }

  List<FoundIncident> all(IncidentFilter filter) {
    ViewReader reader = reader();
    IncidentSearch search = new IncidentSearch(new Windows(rules.windows()));
    List<FoundIncident> all = new ArrayList<>();
    Optional<Hit.Place> after = Optional.empty();
    do {
      Finds<FoundIncident> page = search.find(reader, filter, after, 2);
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  List<FoundPost> find(PostFilter filter) {
    ViewReader reader = reader();
    List<FoundPost> all = new ArrayList<>();
    Optional<Hit.Place> after = Optional.empty();
    do {
      Finds<FoundPost> page = PostSearch.find(reader, filter, after, 2);
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  static List<String> posts(List<FoundIncident> found) {
    return found.stream().map(one -> one.shown().getPostKey()).toList();
  }

  @Override
  public void close() {
    run.close();
    view.close();
  }
}
