// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web;

import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Source;
import io.postwatch.ingest.source.SourceItem;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.ingest.source.web.fetch.FetchSettings;
import io.postwatch.ingest.source.web.fetch.ManualTime;
import io.postwatch.ingest.source.web.listing.Pages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a source as ingest does: what is new once, and again when it has changed. */
final class Newsdesk implements AutoCloseable {
  static final Duration INTERVAL = Duration.ofMinutes(5);

  private static final int ROUNDS = 10;

  private final ManualTime time = new ManualTime();
  private final Web web;
  private final Map<String, String> positions;
  private Source source;

  private Newsdesk(boolean isOnce, int maxEntries, Map<String, String> positions) {
    FetchSettings fetching =
        new FetchSettings(
            Optional.empty(), Duration.ZERO, Duration.ofSeconds(10), 1_000_000, true, true);
    PollSettings polling = new PollSettings(INTERVAL, maxEntries, Pages.AUTO);
    this.web = WebSources.web(fetching, polling, isOnce, time);
    this.positions = positions;
  }

  static Newsdesk watching(URI url) {
    return new Newsdesk(false, 100, new HashMap<>()).at(url);
  }

  static Newsdesk once(URI url) {
    return new Newsdesk(true, 100, new HashMap<>()).at(url);
  }

  static Newsdesk bounded(URI url, int maxEntries) {
    return new Newsdesk(false, maxEntries, new HashMap<>()).at(url);
  }

  /** Another process that finds the positions of this one. */
  Newsdesk restarted(URI url) {
    return new Newsdesk(false, 100, new HashMap<>(positions)).at(url);
  }

  private Newsdesk at(URI url) {
    source = new WebSource(url, web);
    return this;
  }

  Source source() {
    return source;
  }

  /** What is new now: {@code name: content}, or {@code name! why not}. */
  List<String> read() {
    List<String> read = new ArrayList<>();
    // A list comes in one round, the pages that it leads to in those after it, some at a time.
    for (int round = 0; round < ROUNDS; round++) {
      source.items().toList().forEach(item -> read(item, read));
      time.run();
    }
    return read;
  }

  /** Asks for all that is new, but opens nothing. */
  void lookWithoutReading() {
    for (int round = 0; round < ROUNDS; round++) {
      source.items().forEach(SourceItem::isReady);
      time.run();
    }
  }

  List<String> readAfter(Duration duration) {
    time.pass(duration);
    return read();
  }

  private boolean isNew(SourceItem item) {
    return item.fingerprint().isEmpty()
        || !item.fingerprint().get().equals(positions.get(item.name()));
  }

  private void read(SourceItem item, List<String> read) {
    if (!isNew(item) || !item.isReady()) {
      return;
    }
    try (Contents contents = item.open(0)) {
      Content content = contents.next().orElseThrow();
      read.add(item.name() + ": " + new String(content.raw(), StandardCharsets.UTF_8));
      item.fingerprint().ifPresent(known -> positions.put(item.name(), known));
    } catch (UnreadableException e) {
      read.add(item.name() + "! " + e.getMessage());
    }
  }

  @Override
  public void close() {
    web.fetcher().close();
  }
}
