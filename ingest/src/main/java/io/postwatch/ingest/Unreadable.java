// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

/**
 * Something that could not be read.
 *
 * @param source the input's path or URL, {@code -} for standard input
 * @param place where in it, e.g. {@code line 17}; empty for the whole of it
 * @param raw the bytes as they came; null where they are not known
 * @param reason what is wrong, and what was expected
 */
record Unreadable(String source, String place, byte[] raw, String reason) {
  /** The input and the place in it, for people. */
  String name() {
    return place.isEmpty() ? source : source + ", " + place;
  }
}
