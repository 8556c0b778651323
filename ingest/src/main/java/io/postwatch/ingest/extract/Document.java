// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import java.util.Optional;

/**
 * One page or text as a source delivered it.
 *
 * @param source path or URL it came from, or {@code -} for standard input
 * @param address the URL it was fetched from, where it was
 * @param content decoded characters, HTML or plain text
 */
public record Document(String source, Optional<String> address, String content) {
  /** One whose source is its address, if it is an address at all. */
  public Document(String source, String content) {
    this(source, Optional.of(source), content);
  }
}
