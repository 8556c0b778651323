// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web;

import io.postwatch.ingest.source.Source;
import io.postwatch.ingest.source.SourceItem;
import io.postwatch.ingest.source.web.fetch.FetchException;
import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import io.postwatch.ingest.source.web.fetch.Validators;
import io.postwatch.ingest.source.web.listing.Entry;
import io.postwatch.ingest.source.web.listing.Listing;
import io.postwatch.ingest.source.web.listing.ListingReader;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * A page, or what a feed or sitemap lists, asked for again and again. Never waits: what is on its
 * way is offered once it is here. Used by one thread.
 */
final class WebSource implements Source {
  private final URI url;
  private final Web web;
  private final Window window;
  private final Attempts attempts;
  private final Map<String, WebItem> items = new LinkedHashMap<>();
  private CompletableFuture<Optional<Listing>> poll;
  private Validators known = Validators.NONE;
  private Map<String, String> listed = Map.of();
  private Map<String, String> reported = Map.of();
  private boolean isEnded;

  WebSource(URI url, Web web) {
    this.url = url;
    this.web = web;
    this.window = new Window(web.pages());
    this.attempts = web.attempts();
  }

  @Override
  public Stream<SourceItem> items() {
    items.values().removeIf(WebItem::isOver);
    if (poll != null && poll.isDone()) {
      takePoll();
    }
    if (poll == null && !isEnded && attempts.isDue()) {
      poll = web.reader().read(url, known);
    }
    items.values().forEach(WebItem::offer);
    return List.<SourceItem>copyOf(items.values()).stream();
  }

  @Override
  public boolean isPending() {
    return poll != null
        || web.isOnce() && !isEnded
        || items.values().stream().anyMatch(item -> !item.isOver());
  }

  private void takePoll() {
    CompletableFuture<Optional<Listing>> done = poll;
    poll = null;
    try {
      Optional<Listing> listing = done.join();
      attempts.succeed(web.interval());
      isEnded = web.isOnce();
      listing.ifPresent(this::add);
      if (listing.isEmpty()) {
        report(Map.of());
      }
    } catch (CompletionException e) {
      fail(e);
    }
  }

  private void fail(CompletionException failure) {
    boolean isWorthAnother = attempts.fail(failure, web.interval());
    boolean isPutOff = FetchException.in(failure).kind() == Kind.HELD;
    if (web.isOnce() ? isWorthAnother : isPutOff) {
      return;
    }
    isEnded = web.isOnce();
    report(Map.of(url.toString(), ListingReader.reason(failure)));
  }

  /** Each failure once, until it has passed or is another. */
  private void report(Map<String, String> failures) {
    failures.forEach(
        (name, reason) -> {
          if (!reason.equals(reported.get(name))) {
            // The space keeps it apart from the entries.
            add(" " + name, new WebItem(name, Optional.empty(), name, new Delivery.Failed(reason)));
          }
        });
    reported = failures;
  }

  private void add(Listing listing) {
    known = listing.validators();
    Map<String, String> now = new HashMap<>();
    for (Entry entry : listing.entries()) {
      now.put(entry.key(), entry.fingerprint());
      if (!entry.fingerprint().equals(listed.get(entry.key()))) {
        add(entry.key(), item(entry));
      }
    }
    listed = now;
    Map<String, String> problems = new HashMap<>();
    listing.problems().stream()
        .filter(problem -> web.isOnce() || !problem.isPutOff())
        .forEach(problem -> problems.put(problem.name(), problem.reason()));
    report(problems);
  }

  private void add(String key, WebItem item) {
    WebItem before = items.put(key, item);
    if (before != null) {
      before.drop();
    }
  }

  private WebItem item(Entry entry) {
    String name = entry.key().isEmpty() ? url.toString() : url + " " + entry.key();
    Optional<URI> link = entry.link();
    String source = link.orElse(url).toString();
    Delivery delivery =
        entry
            .loaded()
            .<Delivery>map(Delivery.AtHand::new)
            .orElseGet(() -> new LinkedPage(link.orElseThrow(), entry.key(), web, window));
    return new WebItem(name, Optional.of(entry.fingerprint()), source, delivery);
  }
}
