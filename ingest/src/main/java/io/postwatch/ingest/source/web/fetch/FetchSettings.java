// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import io.postwatch.ingest.extract.ContentDecoder;
import java.time.Duration;
import java.util.Optional;

/**
 * Manners and limits of fetching.
 *
 * @param contact address or page of whoever runs this, told to every site
 * @param minDelay between the end of one request to a host and the beginning of the next
 * @param timeout for one request: from the first packet to the last byte of the answer
 * @param maxBytes the longest body that is read, before and after decompression
 * @param obeysRobots false only for sites of one's own
 * @param allowsPrivateAddresses true: hosts may have loopback and private addresses
 */
public record FetchSettings(
    Optional<String> contact,
    Duration minDelay,
    Duration timeout,
    int maxBytes,
    boolean obeysRobots,
    boolean allowsPrivateAddresses) {

  public static final FetchSettings DEFAULT =
      new FetchSettings(
          Optional.empty(),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          ContentDecoder.MAX_BYTES,
          true,
          false);
}
