// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.schema.AlertDelivery;
import io.postwatch.schema.AlertStatus;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What came of the last alert of each rule that was tried. Thread-safe. */
final class LatestDeliveries {
  private final Map<String, AlertDelivery> latest = new ConcurrentHashMap<>();

  void note(AlertDelivery alert) {
    if (alert.getStatus() == AlertStatus.DELIVERED || alert.getStatus() == AlertStatus.FAILED) {
      latest.merge(alert.getRule(), alert, LatestDeliveries::later);
    }
  }

  private static AlertDelivery later(AlertDelivery before, AlertDelivery now) {
    return now.getUpdatedAt().isBefore(before.getUpdatedAt()) ? before : now;
  }

  Optional<AlertDelivery> of(String rule) {
    return Optional.ofNullable(latest.get(rule));
  }
}
