// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;

/**
 * Gives what was written to those who search, about a second later. While nobody searches nothing
 * is made ready, which costs as much as the writing; who then comes first waits for it.
 */
final class Searchers implements Closeable {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long WANTED_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final SearcherManager manager;
  private volatile boolean isStale;
  private volatile long refreshed = System.nanoTime();
  private volatile long asked = refreshed - WANTED_NANOS;

  Searchers(IndexWriter writer) throws IOException {
    manager = new SearcherManager(writer, null);
  }

  /** What is done with a searcher. */
  interface Search<T> {
    T run(IndexSearcher searcher) throws IOException;
  }

  <T> T search(Search<T> search) throws IOException {
    asked = System.nanoTime();
    if (isDue(asked)) {
      refresh();
    }
    return withLatest(search);
  }

  <T> T withLatest(Search<T> search) throws IOException {
    IndexSearcher searcher = manager.acquire();
    try {
      return search.run(searcher);
    } finally {
      manager.release(searcher);
    }
  }

  /** Notes that something was written. */
  void written() {
    isStale = true;
  }

  /** Makes ready what was written, if somebody searches and it is time. */
  void turn() throws IOException {
    long now = System.nanoTime();
    if (now - asked < WANTED_NANOS && isDue(now)) {
      refresh();
    }
  }

  private boolean isDue(long now) {
    return isStale && now - refreshed >= FRESH_NANOS;
  }

  void refresh() throws IOException {
    isStale = false;
    manager.maybeRefreshBlocking();
    refreshed = System.nanoTime();
  }

  @Override
  public void close() throws IOException {
    manager.close();
  }
}
