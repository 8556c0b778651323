// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web;

import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.ingest.source.web.fetch.Answer;
import io.postwatch.ingest.source.web.fetch.Validators;
import io.postwatch.ingest.source.web.listing.ListingReader;
import io.postwatch.ingest.source.web.listing.Loaded;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A page that is fetched once it is wanted, and again for some time where that fails. */
final class LinkedPage implements Delivery {
  private final URI url;
  private final String key;
  private final Web web;
  private final Window window;
  private final Attempts attempts;
  private CompletableFuture<Answer> fetch;
  private String failure;

  /**
   * A page that nobody has asked for yet.
   *
   * @param key the name by which its list knows it, often its address
   */
  LinkedPage(URI url, String key, Web web, Window window) {
    this.url = url;
    this.key = key;
    this.web = web;
    this.window = window;
    this.attempts = web.attempts();
  }

  @Override
  public boolean isReady() {
    if (failure != null) {
      return true;
    }
    if (fetch == null && attempts.isDue() && window.tryEnter()) {
      fetch = web.fetcher().fetch(url, Validators.NONE);
    }
    if (fetch == null || !fetch.isDone()) {
      return false;
    }
    return !fetch.isCompletedExceptionally() || isGivenUp();
  }

  private boolean isGivenUp() {
    try {
      fetch.join();
      throw new IllegalStateException("only what failed is given up");
    } catch (CompletionException e) {
      drop();
      if (!attempts.fail(e, web.interval())) {
        String where = url.toString().equals(key) ? "" : url + ": ";
        failure = where + ListingReader.reason(e);
      }
      return failure != null;
    }
  }

  @Override
  public Loaded take() throws UnreadableException {
    if (failure != null) {
      throw new UnreadableException(failure);
    }
    Loaded page = Loaded.of(fetch.join());
    drop();
    return page;
  }

  @Override
  public void drop() {
    if (fetch != null) {
      fetch = null;
      window.leave();
    }
  }
}
