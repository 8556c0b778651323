// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.util.Optional;

/**
 * Where a document came from.
 *
 * @param source the input: path, URL, or {@code -} for standard input
 * @param address the URL it was fetched from, after redirects, where it was
 * @param charset the name of the charset that the server declared, where it did
 */
public record Origin(String source, Optional<String> address, Optional<String> charset) {
  /** A file or standard input, of which nothing more is known. */
  public static Origin of(String source) {
    return new Origin(source, Optional.empty(), Optional.empty());
  }
}
