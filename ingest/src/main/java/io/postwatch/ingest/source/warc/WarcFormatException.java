// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.warc;

import java.io.IOException;

/** What should be a WARC record is none. */
final class WarcFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  WarcFormatException(String what) {
    super(what);
  }
}
