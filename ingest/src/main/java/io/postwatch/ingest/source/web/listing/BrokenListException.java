// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

/** A feed or sitemap that cannot be read; the message says why in one line. */
public final class BrokenListException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenListException(String message) {
    super(message);
  }
}
