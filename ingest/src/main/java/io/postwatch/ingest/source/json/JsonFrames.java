// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import java.io.IOException;
import java.util.Optional;

/** Finds where the JSON values of a stream begin and end, without understanding them. */
interface JsonFrames {
  /** Responses of APIs with 500 posts have some 2 MB; a tree of more would fill the memory. */
  int MAX_VALUE_BYTES = 4 << 20;

  /**
   * The bytes of one value.
   *
   * @param place as in {@link io.postwatch.ingest.source.Content#place()}
   * @param bytes UTF-8, at most {@link #MAX_VALUE_BYTES} of them
   * @param isWhole false when the value is larger, or cut off by the end
   */
  record Frame(String place, byte[] bytes, boolean isWhole) {}

  /** The next value; empty at the end. */
  Optional<Frame> next() throws IOException;
}
