// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

/** Nothing can be searched now. */
public final class SearchException extends RuntimeException {
  SearchException(String message, Exception cause) {
    super(message, cause);
  }
}
