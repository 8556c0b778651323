// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

/** Bytes that are no text; the message says what they are and what was expected. */
public final class UnreadableContentException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableContentException(String message) {
    super(message);
  }
}
