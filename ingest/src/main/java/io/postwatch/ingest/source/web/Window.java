// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web;

import java.util.concurrent.Semaphore;

/**
 * How many pages are on their way or here unread at the same time: what Kafka does not take yet is
 * not fetched yet.
 */
final class Window {
  private static final int PAGES_OF_A_SOURCE = 4;

  private final Semaphore own = new Semaphore(PAGES_OF_A_SOURCE);
  private final Semaphore shared;

  /** A source's own window inside that of all sources. */
  Window(Semaphore shared) {
    this.shared = shared;
  }

  boolean tryEnter() {
    if (!own.tryAcquire()) {
      return false;
    }
    if (shared.tryAcquire()) {
      return true;
    }
    own.release();
    return false;
  }

  void leave() {
    own.release();
    shared.release();
  }
}
