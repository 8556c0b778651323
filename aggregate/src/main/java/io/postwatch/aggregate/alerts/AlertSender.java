// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import java.util.concurrent.CompletableFuture;

/** Takes a message to a receiver, once. */
@FunctionalInterface
interface AlertSender {
  /** Never fails; completes within some seconds. */
  CompletableFuture<Outcome> send(Webhook webhook, AlertMessage message);
}
