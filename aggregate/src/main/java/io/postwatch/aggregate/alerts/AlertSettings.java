// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How alerts are handled, whatever the rules.
 *
 * @param mostAge what was told of a spike earlier than this before it is read is no news any more
 * @param giveUpAfter how long it is tried to deliver an alert
 * @param firstPause between the first try and the second; each next one is twice as long
 * @param longestPause between two tries, unless the receiver asks for more
 * @param mostWaiting alerts of a rule that wait; of more, the newest are given up
 * @param dashboard where people reach the dashboard; empty: alerts have no links to it
 */
record AlertSettings(
    Duration mostAge,
    Duration giveUpAfter,
    Duration firstPause,
    Duration longestPause,
    int mostWaiting,
    Optional<URI> dashboard) {

  static AlertSettings usual(Optional<URI> dashboard) {
    return new AlertSettings(
        Duration.ofHours(1),
        Duration.ofHours(1),
        Duration.ofSeconds(1),
        Duration.ofMinutes(5),
        1_000,
        dashboard);
  }
}
