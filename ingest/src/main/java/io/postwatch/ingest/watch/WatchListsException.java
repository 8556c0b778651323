// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.watch;

/** A file of watch lists cannot be used; the message is one line that says where and why. */
public final class WatchListsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WatchListsException(String message) {
    super(message);
  }
}
