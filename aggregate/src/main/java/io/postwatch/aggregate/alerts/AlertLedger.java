// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.schema.AlertDelivery;
import java.util.Optional;
import java.util.stream.Stream;

/** What has become of every alert, kept where a successor finds it. */
interface AlertLedger {
  /** What is known of an alert; empty: it never came up. */
  Optional<AlertDelivery> of(AlertKey alert);

  /** All that is known, in no order. */
  Stream<AlertDelivery> all();

  /** Keeps it from now on; whoever asks next gets it. */
  void record(AlertDelivery alert);
}
