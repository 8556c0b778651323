// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import crawlercommons.robots.BaseRobotRules;
import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Fetches what sites let us have: within robots.txt, one request to a host at a time, and with
 * every limit of {@link FetchSettings} on every step of every redirect.
 */
public final class Fetcher implements AutoCloseable {
  private static final Duration MOST_CRAWL_DELAY = Duration.ofSeconds(60);

  private final FetchSettings settings;
  private final Time time;
  private final Transport transport;
  private final Hosts hosts;
  private final Robots robots;

  public Fetcher(FetchSettings settings, Time time) {
    this(settings, time, new Transport(settings));
  }

  Fetcher(FetchSettings settings, Time time, Transport transport) {
    this.settings = settings;
    this.time = time;
    this.transport = transport;
    this.hosts = new Hosts(time, new Backoff(() -> ThreadLocalRandom.current().nextDouble()));
    this.robots = new Robots(time, this::robotsFile);
  }

  /**
   * Fetches when the host's turn comes.
   *
   * @param known of an earlier answer; the answer may then be "not modified"
   * @return fails with {@link FetchException}
   */
  public CompletableFuture<Answer> fetch(URI url, Validators known) {
    return Redirects.follow(url, step -> allowed(step).thenCompose(p -> get(step, known, p)));
  }

  /** Fails where robots.txt forbids the address; else how long to pause after asking for it. */
  private CompletableFuture<Duration> allowed(URI url) {
    if (!settings.obeysRobots()) {
      return CompletableFuture.completedFuture(settings.minDelay());
    }
    return robots
        .rules(url)
        .thenCompose(
            rules ->
                rules.isAllowed(url.toString())
                    ? CompletableFuture.completedFuture(pause(rules))
                    : CompletableFuture.failedFuture(
                        new FetchException(
                            Kind.FORBIDDEN,
                            "forbidden by the site's robots.txt (ingest.fetch.robots)")));
  }

  private Duration pause(BaseRobotRules rules) {
    long asked = Math.min(rules.getCrawlDelay(), MOST_CRAWL_DELAY.toMillis());
    return Duration.ofMillis(Math.max(asked, settings.minDelay().toMillis()));
  }

  private CompletableFuture<Answer> get(URI url, Validators known, Duration pause) {
    return submit(url, known, BodyLimit.of(settings), pause);
  }

  private CompletableFuture<Answer> robotsFile(URI file) {
    BodyLimit limit = BodyLimit.cutAt(Robots.MAX_BYTES);
    return Redirects.follow(file, step -> submit(step, Validators.NONE, limit, Duration.ZERO));
  }

  private CompletableFuture<Answer> submit(
      URI url, Validators known, BodyLimit limit, Duration pause) {
    return hosts.submit(
        url, () -> Statuses.checked(transport.get(url, known, limit), known, time.now()), pause);
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    transport.close();
  }
}
