// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

/** A post that cannot be enriched; the message says what was found and what was expected. */
public final class InvalidPostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidPostException(String message) {
    super(message);
  }
}
