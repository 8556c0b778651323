// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import io.postwatch.ingest.source.web.fetch.Answer;
import java.net.URI;
import java.util.Optional;

/**
 * A document that is at hand.
 *
 * @param address where it can be read on the web, empty where that is not told
 * @param charset as the server declared it
 * @param body as it came
 */
public record Loaded(Optional<URI> address, Optional<String> charset, byte[] body) {
  public static Loaded of(Answer answer) {
    return new Loaded(Optional.of(answer.url()), answer.charset(), answer.body());
  }
}
