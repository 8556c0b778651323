// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

/**
 * How much of a body is read.
 *
 * @param bytes the most, before and after decompression
 * @param cuts true: what follows is left unread; false: a longer body is refused
 */
record BodyLimit(int bytes, boolean cuts) {
  static BodyLimit of(FetchSettings settings) {
    return new BodyLimit(settings.maxBytes(), false);
  }

  static BodyLimit cutAt(int bytes) {
    return new BodyLimit(bytes, true);
  }
}
