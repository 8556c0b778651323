// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.schema.AlertDelivery;
import io.postwatch.schema.AlertEvent;
import io.postwatch.schema.Spike;

/** Which alert: one event of one spike for one rule. */
record AlertKey(String rule, String topic, String place, long startedAt, AlertEvent event) {
  static AlertKey of(String rule, Spike spike, AlertEvent event) {
    return new AlertKey(
        rule, spike.getTopic(), spike.getPlace(), spike.getStartedAt().toEpochMilli(), event);
  }

  static AlertKey of(AlertDelivery alert) {
    return of(alert.getRule(), alert.getSpike(), alert.getEvent());
  }

  /** As a record's key; a rule's name and a topic's id have no slash that could matter. */
  @Override
  public String toString() {
    return rule + '/' + topic + '/' + place + '/' + startedAt + '/' + event;
  }
}
