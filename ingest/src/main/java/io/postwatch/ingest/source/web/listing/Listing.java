// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import io.postwatch.ingest.source.web.fetch.Validators;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an address had when it was asked.
 *
 * @param entries newest first
 * @param problems what else was to be there and could not be read
 * @param validators to ask with next time
 */
public record Listing(List<Entry> entries, List<Problem> problems, Validators validators) {

  /**
   * A part that could not be read.
   *
   * @param name its address
   * @param isPutOff true where nobody asked for it yet, as its host is left alone for a while
   */
  public record Problem(String name, String reason, boolean isPutOff) {}

  Listing plus(Listing more) {
    return new Listing(
        Stream.concat(entries.stream(), more.entries.stream()).toList(),
        Stream.concat(problems.stream(), more.problems.stream()).toList(),
        validators);
  }
}
