// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why counts are to be published that have changed and wait for their turn. In memory alone: after
 * a restart a count is published all the same, and nobody knows how long it waited.
 */
final class WaitingCauses {
  /** A few megabytes; beyond that the oldest are forgotten. */
  static final int MOST = 20_000;

  private final Map<ByteBuffer, Cause> causes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Cause> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Notes why a count has changed.
   *
   * @param key of the count; not to be changed any more
   */
  void add(byte[] key, Cause cause) {
    causes.merge(ByteBuffer.wrap(key), cause, Cause::and);
  }

  /** Why a count that is published now has changed since it was last; empty where nobody knows. */
  Optional<Cause> take(byte[] key) {
    return Optional.ofNullable(causes.remove(ByteBuffer.wrap(key)));
  }
}
