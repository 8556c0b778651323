// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Identity of a post that reports a topic, as a {@link Fingerprints fingerprint}.
 *
 * @param high first half
 * @param low second half
 */
public record PostId(long high, long low) {

  static PostId of(byte[] fingerprint) {
    ByteBuffer buffer = ByteBuffer.wrap(fingerprint);
    return new PostId(buffer.getLong(), buffer.getLong());
  }

  /** Stands for its text where that is not known. */
  long text() {
    return high;
  }

  /** The form in bytes for the state stores. */
  public byte[] bytes() {
    return ByteBuffer.allocate(Fingerprints.LENGTH).putLong(high).putLong(low).array();
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes());
  }
}
