// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Follows where answers lead, a few steps far. */
final class Redirects {
  /** As many as RFC 9309 asks of those who fetch robots.txt; browsers follow 20. */
  private static final int MOST = 5;

  static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  /**
   * The answer at the end of the chain.
   *
   * @param get makes each step, with all checks that the first one needs
   */
  static CompletableFuture<Answer> follow(URI url, Function<URI, CompletableFuture<Answer>> get) {
    return follow(url, get, MOST);
  }

  private static CompletableFuture<Answer> follow(
      URI url, Function<URI, CompletableFuture<Answer>> get, int left) {
    return get.apply(url).thenCompose(answer -> next(answer, get, left));
  }

  private static CompletableFuture<Answer> next(
      Answer answer, Function<URI, CompletableFuture<Answer>> get, int left) {
    if (!STATUSES.contains(answer.status())) {
      return CompletableFuture.completedFuture(answer);
    }
    if (left == 0) {
      return failed("more than " + MOST + " redirects, the last from " + answer.url());
    }
    String target = answer.header("location").orElse("");
    return WebUrl.resolve(answer.url(), target)
        .map(url -> follow(url, get, left - 1))
        .orElseGet(() -> failed("redirected to what is no http or https address"));
  }

  private static CompletableFuture<Answer> failed(String message) {
    return CompletableFuture.failedFuture(new FetchException(Kind.UNUSABLE, message));
  }
}
