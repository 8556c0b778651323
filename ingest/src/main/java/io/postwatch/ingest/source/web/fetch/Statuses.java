// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the status of an answer means to who asked. */
final class Statuses {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private static final String ANSWERED = "HTTP ";

  private Statuses() {}

  /**
   * The answer, where it is content, "not modified" or a redirect.
   *
   * @param known what was asked with; without it nothing can be "not modified"
   * @throws FetchException where it is something else
   */
  static Answer checked(Answer answer, Validators known, Instant now) throws FetchException {
    int status = answer.status();
    boolean isUnchanged = answer.isUnchanged() && !known.equals(Validators.NONE);
    boolean isRedirect =
        Redirects.STATUSES.contains(status) && answer.header("location").isPresent();
    if (status == Answer.OK || isUnchanged || isRedirect) {
      return answer;
    }
    Optional<Duration> retryAfter =
        answer.header("retry-after").flatMap(header -> RetryAfter.parse(header, now));
    throw new FetchException(kind(status), ANSWERED + status + "; expected 200", retryAfter);
  }

  /** True where the failure is the status that one address answered with. */
  static boolean isIn(FetchException failure) {
    return failure.getMessage().startsWith(ANSWERED);
  }

  private static Kind kind(int status) {
    return switch (status) {
      case TOO_MANY_REQUESTS, UNAVAILABLE -> Kind.UNREACHABLE;
      case REQUEST_TIMEOUT -> Kind.TROUBLED;
      default ->
          switch (status / 100) {
            case 4 -> Kind.ABSENT;
            case 5 -> Kind.TROUBLED;
            default -> Kind.UNUSABLE;
          };
    };
  }
}
