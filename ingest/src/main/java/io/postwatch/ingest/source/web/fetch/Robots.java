// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The robots.txt of each site, asked for once a day (RFC 9309). */
final class Robots {
  /** RFC 9309, 2.5: at least this much is read; what follows is not. */
  static final int MAX_BYTES = 500 << 10;

  private static final Duration FRESH = Duration.ofHours(24);

  private static final int MOST_SITES = 1000;
  private static final BaseRobotRules ALLOW_ALL = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);

  private final Time time;
  private final Function<URI, CompletableFuture<Answer>> get;
  private final Map<String, Known> known = new LinkedHashMap<>();

  private record Known(CompletableFuture<BaseRobotRules> rules, Instant until) {}

  /**
   * Starts with nothing known.
   *
   * @param get fetches one robots.txt, with status 200
   */
  Robots(Time time, Function<URI, CompletableFuture<Answer>> get) {
    this.time = time;
    this.get = get;
  }

  /** The rules of the address's site; fails where the site cannot say them now. */
  CompletableFuture<BaseRobotRules> rules(URI url) {
    String origin = WebUrl.origin(url);
    Instant now = time.now();
    CompletableFuture<BaseRobotRules> rules = new CompletableFuture<>();
    synchronized (known) {
      Known before = known.get(origin);
      if (before != null && now.isBefore(before.until())) {
        return before.rules();
      }
      known.remove(origin);
      if (known.size() >= MOST_SITES) {
        known.remove(known.keySet().iterator().next());
      }
      known.put(origin, new Known(rules, now.plus(FRESH)));
    }
    ask(origin, rules);
    return rules;
  }

  private void ask(String origin, CompletableFuture<BaseRobotRules> rules) {
    URI file = URI.create(origin + "/robots.txt");
    get.apply(file)
        .thenApply(answer -> parse(file, answer))
        .whenComplete(
            (parsed, failure) -> {
              if (failure == null) {
                rules.complete(parsed);
              } else {
                fail(FetchException.in(failure), origin, rules);
              }
            });
  }

  /**
   * RFC 9309, 2.3.1: a site without the file allows all, one that is in trouble nothing. It is
   * asked again when it is its turn: how soon that is, others decide.
   */
  private void fail(
      FetchException failure, String origin, CompletableFuture<BaseRobotRules> rules) {
    if (failure.kind() == Kind.ABSENT || failure.kind() == Kind.UNUSABLE) {
      rules.complete(ALLOW_ALL);
      return;
    }
    synchronized (known) {
      known.remove(origin);
    }
    String where = Statuses.isIn(failure) ? "robots.txt: " : "";
    rules.completeExceptionally(
        new FetchException(failure.kind(), where + failure.getMessage(), failure.retryAfter()));
  }

  private static BaseRobotRules parse(URI file, Answer answer) {
    // Not safe for use by many threads.
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    return parser.parseContent(
        file.toString(),
        answer.body(),
        answer.header("content-type").orElse("text/plain"),
        List.of(UserAgent.PRODUCT));
  }
}
