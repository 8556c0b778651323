// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.health;

/** One thing that a process needs to do its work. */
@FunctionalInterface
public interface HealthCheck {
  /** How it is now, without waiting for anything. */
  Status status();

  /**
   * How something is.
   *
   * @param isUp whether it is as it should be
   * @param detail in a few words for people, without anything secret; it is shown to anybody
   */
  record Status(boolean isUp, String detail) {}
}
