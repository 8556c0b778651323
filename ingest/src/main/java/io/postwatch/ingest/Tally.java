// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.util.function.Predicate;

/**
 * What ingest has done so far.
 *
 * @param items documents read
 * @param known documents passed over because they had been read before
 * @param unreadable documents that could not be read
 * @param posts posts found
 * @param kept posts published: those that the filter keeps
 * @param datedToDay posts kept of which only the day of writing is known
 * @param undated posts kept of which no time of writing is known
 * @param bytes bytes of the inputs that were read, as they lie there, packed or not
 * @param knownBytes bytes of those that were passed over
 */
public record Tally(
    long items,
    long known,
    long unreadable,
    long posts,
    long kept,
    long datedToDay,
    long undated,
    long bytes,
    long knownBytes) {
  public static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** With one document more. */
  public Tally read(ItemReader.Reading reading) {
    return new Tally(
        items + 1,
        known,
        unreadable,
        posts + reading.found(),
        kept + reading.kept().size(),
        datedToDay + count(reading, post -> post.getPostedAtPrecision() == TimePrecision.DAY),
        undated + count(reading, post -> post.getPostedAtSource() == TimeSource.INGEST),
        bytes,
        knownBytes);
  }

  private static long count(ItemReader.Reading reading, Predicate<EmbeddedPost> wanted) {
    return reading.kept().stream().filter(wanted).count();
  }

  Tally passedOver(long size) {
    return new Tally(
        items, known + 1, unreadable, posts, kept, datedToDay, undated, bytes, knownBytes + size);
  }

  /** With one document more that could not be read. */
  public Tally failed() {
    return new Tally(
        items, known, unreadable + 1, posts, kept, datedToDay, undated, bytes, knownBytes);
  }

  /**
   * So far into an item.
   *
   * @param before as it was when the item was opened
   * @param read bytes of the item that were read
   */
  public Tally atByte(Tally before, long read) {
    return new Tally(
        items,
        known,
        unreadable,
        posts,
        kept,
        datedToDay,
        undated,
        before.bytes + read,
        knownBytes);
  }
}
