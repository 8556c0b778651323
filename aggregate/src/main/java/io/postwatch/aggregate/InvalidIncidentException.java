// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

/**
 * An incident that cannot be true or cannot be placed; nothing of it has been counted. The message
 * says what was found and what was expected.
 */
public final class InvalidIncidentException extends RuntimeException {
  InvalidIncidentException(String message) {
    super(message);
  }
}
