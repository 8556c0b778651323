// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads bytes as what they are, whatever their name says. */
public final class Formats {
  private Formats() {}

  /**
   * The contents of a stream, which is closed with them, and at once on a failure.
   *
   * @param from how many contents to pass over
   * @throws UnreadableException when the beginning cannot be read
   */
  public static Contents open(Origin origin, InputStream in, long from) throws UnreadableException {
    CountingInputStream counted = new CountingInputStream(in);
    try {
      return new OpenContents(contents(origin, counted, from), counted);
    } catch (IOException e) {
      counted.closeQuietly();
      throw new UnreadableException("cannot be read: " + e.getMessage());
    } catch (UnreadableException | RuntimeException e) {
      counted.closeQuietly();
      throw e;
    }
  }

  private static Contents contents(Origin origin, InputStream in, long from)
      throws IOException, UnreadableException {
    return new PageContents(origin, in, from);
  }

  /** Contents with the stream below them. */
  private record OpenContents(Contents inner, CountingInputStream in) implements Contents {
    @Override
    public Optional<Content> next() throws UnreadableException {
      return inner.next();
    }

    @Override
    public long position() {
      return inner.position();
    }

    @Override
    public long bytes() {
      return in.count();
    }

    @Override
    public void close() {
      inner.close();
      in.closeQuietly();
    }
  }
}
