// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.schema.AlertEvent;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told of which spikes.
 *
 * @param name unlike that of any other rule
 * @param quiet when they are not told but at the end of it; empty: always
 * @param on what they are told of a spike, at least one
 */
record AlertRule(
    String name,
    Webhook webhook,
    SpikeFilter filter,
    Optional<QuietHours> quiet,
    Set<AlertEvent> on) {
  AlertRule {
    on = Set.copyOf(on);
  }
}
