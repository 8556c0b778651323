// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

/** A topics file that cannot be used; the message is one line: what, where, what was expected. */
public final class TopicsFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicsFileException(String message) {
    super(message);
  }
}
