// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import io.postwatch.aggregate.counting.EvidenceSample;
import io.postwatch.aggregate.counting.Sighting;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.Incident;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A post at its first sighting.
 *
 * @param sighting its identities
 * @param incident what it reports
 */
public record NewPost(Sighting sighting, Incident incident) {

  /** A hash of its account; empty when that is not known. */
  OptionalLong author() {
    return number(sighting.author());
  }

  /** A hash of the outlet; empty when that is not known, as of a post straight from a platform. */
  OptionalLong outlet() {
    return number(sighting.outlet());
  }

  /** A hash of the post. */
  long rank() {
    return number(sighting.post());
  }

  Evidence evidence() {
    return EvidenceSample.evidence(incident);
  }

  private static OptionalLong number(Optional<byte[]> fingerprint) {
    return fingerprint.isPresent()
        ? OptionalLong.of(number(fingerprint.get()))
        : OptionalLong.empty();
  }

  private static long number(byte[] fingerprint) {
    return ByteBuffer.wrap(fingerprint).getLong();
  }
}
