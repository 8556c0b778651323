// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.warc;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where the records of a WARC file begin and end, and the next one behind a broken one. */
final class WarcFrames {
  /** A page of 16 MiB and the headers around it. */
  private static final int MAX_RECORD_BYTES = (16 << 20) + (64 << 10);

  /** Enough of a record that is too large to tell what it is. */
  private static final int KEPT_OF_LARGE = 16 << 10;

  private static final int MAX_HEADER_BYTES = 64 << 10;
  private static final byte[] MAGIC = "WARC/".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern LENGTH =
      Pattern.compile(
          "\\nContent-Length[ \\t]{0,9}:[ \\t]{0,9}(\\d{1,18})[ \\t]{0,9}\\r?\\n",
          Pattern.CASE_INSENSITIVE);

  private final InputStream in;
  private final byte[] buffer = new byte[64 << 10];
  private int next;
  private int limit;
  private long filled;

  WarcFrames(InputStream in) {
    this.in = in;
  }

  /**
   * A record.
   *
   * @param bytes header and block; of a record that is too large only the beginning
   * @param isWhole false when it is too large
   */
  record Frame(byte[] bytes, boolean isWhole) {}

  /** The offset of the byte that is read next. */
  long offset() {
    return filled - limit + next;
  }

  /** Passes over the line breaks between records; false at the end. */
  boolean hasMore() throws IOException {
    int b = read();
    while (b == '\r' || b == '\n') {
      b = read();
    }
    if (b >= 0) {
      next--;
    }
    return b >= 0;
  }

  /**
   * Reads the record that begins here.
   *
   * @throws EOFException when it is cut off
   * @throws WarcFormatException when no record begins here, or its length is not known
   */
  Frame readFrame() throws IOException {
    byte[] header = header();
    Matcher length = LENGTH.matcher(new String(header, StandardCharsets.ISO_8859_1));
    if (!length.find()) {
      throw new WarcFormatException("a WARC record without Content-Length");
    }
    long block = Long.parseLong(length.group(1));
    boolean isWhole = header.length + block <= MAX_RECORD_BYTES;
    int kept = isWhole ? (int) block : KEPT_OF_LARGE;
    byte[] bytes = Arrays.copyOf(header, header.length + kept);
    readFully(bytes, header.length, kept);
    skip(block - kept);
    return new Frame(bytes, isWhole);
  }

  /**
   * Goes to the next line that begins a record.
   *
   * @return false when there is none
   */
  boolean skipToNextRecord() throws IOException {
    boolean isLineStart = false;
    for (int b = read(); b >= 0; b = read()) {
      if (isLineStart && b == MAGIC[0]) {
        next--;
        if (isMagicAhead()) {
          return true;
        }
        next++;
      }
      isLineStart = b == '\n';
    }
    return false;
  }

  private boolean isMagicAhead() throws IOException {
    if (limit - next < MAGIC.length) {
      compact();
    }
    return limit - next >= MAGIC.length
        && Arrays.equals(buffer, next, next + MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** Gives the magic room to be whole in the buffer. */
  private void compact() throws IOException {
    System.arraycopy(buffer, next, buffer, 0, limit - next);
    limit -= next;
    next = 0;
    int read = in.readNBytes(buffer, limit, MAGIC.length - Math.min(limit, MAGIC.length));
    limit += read;
    filled += read;
  }

  private byte[] header() throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream(1024);
    for (int lineLength = 0; ; ) {
      int b = needed();
      header.write(b);
      if (header.size() <= MAGIC.length && b != MAGIC[header.size() - 1]) {
        throw new WarcFormatException("no WARC record where one should begin");
      }
      if (header.size() > MAX_HEADER_BYTES) {
        throw new WarcFormatException("a WARC header of more than 64 KiB");
      }
      if (b == '\n' && lineLength == 0) {
        return header.toByteArray();
      }
      lineLength = b == '\n' ? 0 : b == '\r' ? lineLength : lineLength + 1;
    }
  }

  private void readFully(byte[] target, int offset, int length) throws IOException {
    int there = Math.min(length, limit - next);
    System.arraycopy(buffer, next, target, offset, there);
    next += there;
    int read = in.readNBytes(target, offset + there, length - there);
    filled += read;
    next = there < length ? limit : next;
    if (there + read < length) {
      throw new EOFException();
    }
  }

  private void skip(long bytes) throws IOException {
    for (long left = bytes; left > 0; ) {
      if (next == limit && !fill()) {
        throw new EOFException();
      }
      int step = (int) Math.min(left, limit - next);
      next += step;
      left -= step;
    }
  }

  private int needed() throws IOException {
    int b = read();
    if (b < 0) {
      throw new EOFException();
    }
    return b;
  }

  private int read() throws IOException {
    return next < limit || fill() ? buffer[next++] & 0xFF : -1;
  }

  private boolean fill() throws IOException {
    int read = in.read(buffer);
    next = 0;
    limit = Math.max(0, read);
    filled += limit;
    return read > 0;
  }
}
