// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What a site answered.
 *
 * @param url the address that gave it: the last of those it was redirected to
 * @param status 200 or 304 where it comes from {@link Fetcher}
 * @param headers the first of each name, names in lower case
 * @param body decompressed; empty unless the status is 200
 */
public record Answer(URI url, int status, Map<String, String> headers, byte[] body) {
  static final int OK = 200;
  static final int NOT_MODIFIED = 304;

  /** True where nothing has changed since the validators were given. */
  public boolean isUnchanged() {
    return status == NOT_MODIFIED;
  }

  /** What to ask with next time. */
  public Validators validators() {
    return new Validators(header("etag"), header("last-modified"));
  }

  /** The value of a header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
