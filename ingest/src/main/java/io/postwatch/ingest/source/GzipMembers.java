// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952) of any number of members, and can go on behind a broken one.
 *
 * <p>Not java.util.zip's: that takes the end of a member for the end of all where a pipe has
 * nothing more at the moment, and passes over a broken second member in silence.
 */
public final class GzipMembers extends InputStream {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int TRAILER_BYTES = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private int next;
  private int limit;
  private long filled;
  private long memberStart;
  private boolean inMember;
  private IOException failure;

  public GzipMembers(InputStream in) {
    this.in = in;
  }

  /** The offset in the packed stream at which the member begins that was read from last. */
  public long memberStart() {
    return memberStart;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /** Gives the bytes of one member at the most; fails again and again behind a broken place. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      return unpack(target, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private int unpack(byte[] target, int offset, int length) throws IOException {
    while (length > 0) {
      if (!inMember && !startMember()) {
        return -1;
      }
      int read = inflate(target, offset, length);
      if (read > 0) {
        checksum.update(target, offset, read);
        return read;
      }
      if (inflater.finished()) {
        endMember();
      } else {
        feed();
      }
    }
    return 0;
  }

  private int inflate(byte[] target, int offset, int length) throws ZipException {
    try {
      int read = inflater.inflate(target, offset, length);
      if (inflater.needsDictionary()) {
        throw new ZipException("broken gzip (needs a dictionary)");
      }
      return read;
    } catch (DataFormatException e) {
      throw new ZipException("broken gzip (" + e.getMessage() + ")");
    }
  }

  private void feed() throws IOException {
    if (!fill()) {
      throw new EOFException("gzip that ends too early");
    }
    inflater.setInput(buffer, 0, limit);
    next = limit;
  }

  private boolean fill() throws IOException {
    int read = in.read(buffer);
    next = 0;
    limit = Math.max(0, read);
    filled += limit;
    return read > 0;
  }

  private boolean startMember() throws IOException {
    int first = next();
    // Tapes and downloads fill up the last block with zeros.
    while (first == 0) {
      first = next();
    }
    if (first < 0) {
      return false;
    }
    memberStart = filled - limit + next - 1;
    if (first != 0x1F || needed() != 0x8B || needed() != 8) {
      throw new ZipException("no gzip where a further part of it should begin");
    }
    begin();
    return true;
  }

  /** Reads what follows the first three bytes of a member, up to its packed data. */
  private void begin() throws IOException {
    int flags = needed();
    pass(6);
    pass((flags & EXTRA) == 0 ? 0 : needed() | needed() << 8);
    passText((flags & NAME) != 0);
    passText((flags & COMMENT) != 0);
    pass((flags & HEADER_CRC) == 0 ? 0 : 2);
    inflater.reset();
    inflater.setInput(buffer, next, limit - next);
    next = limit;
    checksum.reset();
    inMember = true;
  }

  private void endMember() throws IOException {
    inMember = false;
    next = limit - inflater.getRemaining();
    long told = 0;
    for (int i = 0; i < TRAILER_BYTES; i++) {
      told |= (long) needed() << 8 * i;
    }
    if ((told & 0xFFFF_FFFFL) != checksum.getValue()
        || told >>> 32 != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw new ZipException("broken gzip (wrong checksum)");
    }
  }

  /**
   * Goes to the next place that looks like the beginning of a member.
   *
   * @return false when there is none
   */
  public boolean skipToNextMember() throws IOException {
    failure = null;
    if (inMember) {
      next = limit - inflater.getRemaining();
      inMember = false;
    }
    int last = -1;
    int lastButOne = -1;
    for (int b = next(); b >= 0; b = next()) {
      if (lastButOne == 0x1F && last == 0x8B && b == 8) {
        memberStart = filled - limit + next - 3;
        begin();
        return true;
      }
      lastButOne = last;
      last = b;
    }
    return false;
  }

  private void pass(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      needed();
    }
  }

  private void passText(boolean isThere) throws IOException {
    while (isThere && needed() != 0) {
      continue;
    }
  }

  private int needed() throws IOException {
    int b = next();
    if (b < 0) {
      throw new EOFException("gzip that ends too early");
    }
    return b;
  }

  private int next() throws IOException {
    return next < limit || fill() ? buffer[next++] & 0xFF : -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
