// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of a try to deliver something.
 *
 * @param detail what the receiver answered or what went wrong, without secrets, for people
 * @param retryAfter how long the receiver wants to be left alone; empty: it did not say
 */
record Outcome(Kind kind, String detail, Optional<Duration> retryAfter) {
  enum Kind {
    DELIVERED,
    /** It may go better another time. */
    NOT_NOW,
    /** It will not. */
    REFUSED
  }

  static Outcome of(Kind kind, String detail) {
    return new Outcome(kind, detail, Optional.empty());
  }
}
