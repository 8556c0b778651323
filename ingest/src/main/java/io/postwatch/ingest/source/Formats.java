// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import com.github.luben.zstd.ZstdInputStream;
import io.postwatch.ingest.source.json.JsonContents;
import io.postwatch.ingest.source.warc.WarcContents;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads bytes as what they are, whatever their name says. */
public final class Formats {
  /** A packed file may hold packed files; no deeper. */
  private static final int MAX_PACKINGS = 2;

  private Formats() {}

  /**
   * The contents of a stream, which is closed with them, and at once on a failure.
   *
   * @param from as in {@link SourceItem#open}
   * @throws UnreadableException when the beginning cannot be read
   */
  public static Contents open(Origin origin, InputStream in, long from) throws UnreadableException {
    CountingInputStream counted = new CountingInputStream(in);
    try {
      return new Opening(origin, counted, from).contents(counted, Optional.empty(), 0);
    } catch (IOException e) {
      closeQuietly(counted);
      throw new UnreadableException("cannot be read: " + e.getMessage());
    } catch (UnreadableException | RuntimeException e) {
      closeQuietly(counted);
      throw e;
    }
  }

  private record Opening(Origin origin, CountingInputStream packed, long from) {
    private Contents contents(InputStream bytes, Optional<GzipMembers> gzip, int packings)
        throws IOException, UnreadableException {
      Head head = Head.of(bytes);
      InputStream in = head.with(bytes);
      if (head.startsWith(0x1F, 0x8B, 8) && packings < MAX_PACKINGS) {
        GzipMembers members = new GzipMembers(in);
        return contents(new ExpansionLimit(members, packed), Optional.of(members), packings + 1);
      }
      if (head.startsWith(0x28, 0xB5, 0x2F, 0xFD) && packings < MAX_PACKINGS) {
        InputStream unpacked = new ZstdInputStream(in);
        return contents(new ExpansionLimit(unpacked, packed), Optional.empty(), packings + 1);
      }
      return new OpenContents(contents(head.text(), in, gzip), in, packed);
    }

    private Contents contents(String head, InputStream in, Optional<GzipMembers> gzip)
        throws UnreadableException {
      if (head.startsWith("WARC/")) {
        return new WarcContents(origin, in, gzip, from);
      }
      return JsonContents.isJson(head)
          ? JsonContents.open(origin, head, in, from)
          : new PageContents(origin, in, from);
    }
  }

  /** What was only read cannot be lost by closing. */
  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException nothingLost) {
      return;
    }
  }

  /** Contents with the streams below them: unpacked, and as it lies there. */
  private record OpenContents(Contents inner, InputStream in, CountingInputStream packed)
      implements Contents {
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
      return packed.count();
    }

    @Override
    public void close() {
      inner.close();
      closeQuietly(in);
    }
  }
}
