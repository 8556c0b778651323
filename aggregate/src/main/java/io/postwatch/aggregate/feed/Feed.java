// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import io.postwatch.runtime.http.HttpProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Hands what is published to everybody who listens. */
final class Feed {
  /** Each holds a socket and at most a queue. */
  static final int MOST_READERS = 2_000;

  private final FeedLog log;

  /** Who listens, and to what. */
  private final Map<FeedConnection, FeedFilter> readers = new ConcurrentHashMap<>();

  Feed(FeedLog log) {
    this.log = log;
  }

  /**
   * Begins to send: first what was missed since a position, then all that comes.
   *
   * @param since where the reader was; empty: what comes from now on
   * @param open makes the connection, given what is to be run when it ends
   * @throws HttpProblem when there are too many readers, or what was missed is not known any more
   */
  synchronized void join(
      FeedFilter filter, Optional<FeedPosition> since, Function<Runnable, FeedConnection> open) {
    if (readers.size() >= MOST_READERS) {
      throw new HttpProblem(
          503, "The feed has " + MOST_READERS + " readers, and takes no more; ask again later.");
    }
    List<FeedBatch> missed =
        since.isEmpty()
            ? List.of()
            : log.since(since.get())
                .orElseThrow(
                    () ->
                        new HttpProblem(
                            410,
                            "Last-Event-ID: what came after it is not kept any more; read the"
                                + " counts, and connect without it."));
    FeedConnection[] made = new FeedConnection[1];
    FeedConnection reader = open.apply(() -> readers.remove(made[0]));
    made[0] = reader;
    readers.put(reader, filter);
    reader.send(FeedEvents.HELLO);
    missed.forEach(batch -> reader.send(FeedEvents.of(batch, filter)));
    reader.send(FeedEvents.heartbeat(log.newest()));
  }

  /** Sends what has come. */
  synchronized void publish(FeedBatch batch) {
    log.add(batch);
    Map<FeedFilter, byte[]> written = new HashMap<>();
    readers.forEach(
        (reader, filter) ->
            reader.send(written.computeIfAbsent(filter, f -> FeedEvents.of(batch, f))));
  }

  /** Tells everybody that all is well, and finds out who has gone. */
  synchronized void heartbeat() {
    byte[] heartbeat = FeedEvents.heartbeat(log.newest());
    readers.keySet().forEach(reader -> reader.send(heartbeat));
  }

  synchronized FeedPosition newest() {
    return log.newest();
  }

  int readers() {
    return readers.size();
  }

  synchronized void end() {
    Set<FeedConnection> all = Set.copyOf(readers.keySet());
    new ArrayList<>(all).forEach(FeedConnection::end);
  }
}
