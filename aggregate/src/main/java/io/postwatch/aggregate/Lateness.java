// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

/** What becomes of an incident whose window has closed. */
public enum Lateness {
  /**
   * Count it, whenever it comes: for archives, whose order says nothing. Windows then close on
   * demand or on an idle stream only, and what closed windows counted is kept for ever.
   */
  ACCEPT,

  /** Send it to {@code postwatch.late.v1}: for live streams. Windows close as the clock runs. */
  DIVERT
}
