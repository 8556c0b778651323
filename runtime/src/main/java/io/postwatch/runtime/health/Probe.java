// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.health;

import io.postwatch.runtime.health.HealthCheck.Status;

/** Asks something outside the process how it is; takes a few seconds at most. */
interface Probe extends AutoCloseable {
  Status ask() throws InterruptedException;

  @Override
  default void close() {}
}
