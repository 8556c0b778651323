// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.util.Optional;

/**
 * What a site gave with an answer, to ask later whether it has changed (RFC 9110, 13.1).
 *
 * @param etag as it came, with its quotes
 * @param lastModified as it came: the site compares the text
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
