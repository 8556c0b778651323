// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

/**
 * What ingest has done so far.
 *
 * @param items documents read
 * @param known documents passed over because they had been read before
 * @param unreadable documents that could not be read
 * @param posts posts found
 * @param kept posts published: those that the filter keeps
 */
public record Tally(long items, long known, long unreadable, long posts, long kept) {
  public static final Tally ZERO = new Tally(0, 0, 0, 0, 0);

  Tally read(ItemReader.Reading reading) {
    return new Tally(
        items + 1, known, unreadable, posts + reading.found(), kept + reading.kept().size());
  }

  Tally passedOver() {
    return new Tally(items, known + 1, unreadable, posts, kept);
  }

  Tally failed() {
    return new Tally(items, known, unreadable + 1, posts, kept);
  }
}
