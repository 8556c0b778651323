// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web;

import io.postwatch.ingest.source.Source;
import io.postwatch.ingest.source.web.fetch.Backoff;
import io.postwatch.ingest.source.web.fetch.FetchSettings;
import io.postwatch.ingest.source.web.fetch.Fetcher;
import io.postwatch.ingest.source.web.fetch.PoolTime;
import io.postwatch.ingest.source.web.fetch.Time;
import io.postwatch.ingest.source.web.listing.ListingReader;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/** Opens sources on the web, which share threads, connections and what is known of their hosts. */
public final class WebSources implements AutoCloseable {
  /** Hosts that are asked at the same time. */
  private static final int THREADS = 8;

  /** Pages on their way or here unread; the largest of them are 16 MiB, most 0.2. */
  private static final int PAGES = 64;

  private final FetchSettings fetching;
  private final PollSettings polling;
  private final boolean isOnce;
  private PoolTime time;
  private Web web;

  /**
   * Starts nothing before a source is asked for.
   *
   * @param isOnce true: each address is asked once; false: again and again
   */
  public WebSources(FetchSettings fetching, PollSettings polling, boolean isOnce) {
    this.fetching = fetching;
    this.polling = polling;
    this.isOnce = isOnce;
  }

  /**
   * For a run that ends.
   *
   * @throws SettingsException on a wrong value in the section ingest.fetch
   */
  public static WebSources once(Settings settings) {
    return new WebSources(FetchSettings.from(settings), PollSettings.from(settings), true);
  }

  /** A source that is asked for the first time when its items are. */
  public Source of(URI url) {
    if (web == null) {
      time = new PoolTime(THREADS);
      web = web(fetching, polling, isOnce, time);
    }
    return new WebSource(url, web);
  }

  static Web web(FetchSettings fetching, PollSettings polling, boolean isOnce, Time time) {
    Fetcher fetcher = new Fetcher(fetching, time);
    ListingReader reader =
        new ListingReader(fetcher, fetching.maxBytes(), polling.maxEntries(), polling.pages());
    return new Web(
        fetcher,
        reader,
        time,
        new Backoff(() -> ThreadLocalRandom.current().nextDouble()),
        polling.interval(),
        isOnce,
        new Semaphore(PAGES));
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    if (web != null) {
      time.close();
      web.fetcher().close();
    }
  }
}
