// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.warc;

import io.postwatch.ingest.source.BrokenContent;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.GzipMembers;
import io.postwatch.ingest.source.Origin;
import io.postwatch.ingest.source.UnreadableException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The pages of a WARC file (ISO 28500), as web crawlers write; other records are passed over.
 *
 * <p>jwarc reads the records. Where they begin and end is found here, because what it cannot read
 * ends its reading, and a crawl of a gigabyte has better things behind one bad record.
 */
public final class WarcContents implements Contents {
  private final Origin origin;
  private final InputStream in;
  private final Optional<GzipMembers> packed;
  private WarcFrames frames;
  private long position;

  /**
   * Reads the stream, unpacked.
   *
   * @param packed what unpacks it, if it is packed in gzip
   * @param from how many records to pass over
   */
  public WarcContents(Origin origin, InputStream in, Optional<GzipMembers> packed, long from)
      throws UnreadableException {
    this.origin = origin;
    this.in = in;
    this.packed = packed;
    this.frames = new WarcFrames(in);
    boolean isMore = true;
    while (isMore && position < from) {
      isMore = next().isPresent();
    }
  }

  @Override
  public Optional<Content> next() throws UnreadableException {
    Optional<String> start = Optional.empty();
    try {
      Optional<Content> page = Optional.empty();
      while (page.isEmpty() && frames.hasMore()) {
        String place = place();
        start = Optional.of(place);
        WarcFrames.Frame frame = frames.readFrame();
        position++;
        page = WarcPage.of(origin, place, frame);
        start = Optional.empty();
      }
      return page;
    } catch (EOFException e) {
      String place = start.orElseGet(this::place);
      throw new UnreadableException(place, "ends in the middle; expected a whole WARC file");
    } catch (IOException e) {
      return Optional.of(goOn(start.orElseGet(this::place), e));
    }
  }

  /** A broken record counts as one, wherever the next one is found. */
  private Content goOn(String place, IOException failure) throws UnreadableException {
    try {
      if (failure instanceof ZipException
          && packed.isPresent()
          && packed.get().skipToNextMember()) {
        frames = new WarcFrames(in);
      } else if (!(failure instanceof WarcFormatException) || !frames.skipToNextRecord()) {
        throw new UnreadableException(place, failure.getMessage());
      }
    } catch (IOException e) {
      throw new UnreadableException(place, failure.getMessage());
    }
    position++;
    return new BrokenContent(place, failure.getMessage() + "; went on behind it");
  }

  /** Where to find a record: the byte at which it, or the packed part with it, begins. */
  private String place() {
    long start = packed.map(GzipMembers::memberStart).orElseGet(frames::offset);
    return "record " + (position + 1) + " at byte " + start;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void close() {}
}
