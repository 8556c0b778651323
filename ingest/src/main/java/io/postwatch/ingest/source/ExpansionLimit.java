// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops at what unpacks to far more than text does: a decompression bomb. */
final class ExpansionLimit extends FilterInputStream {
  /** Even logs of one repeated line stay below this; zeros under gzip come to 1,000. */
  private static final int MAX_RATIO = 300;

  /** Less than this is harmless. */
  private static final long HARMLESS_BYTES = 64L << 20;

  private final CountingInputStream packed;
  private long unpacked;

  ExpansionLimit(InputStream in, CountingInputStream packed) {
    super(in);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    check(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    check(Math.max(0, read));
    return read;
  }

  private void check(int read) throws IOException {
    unpacked += read;
    if (unpacked > HARMLESS_BYTES && unpacked / MAX_RATIO > packed.count()) {
      throw new IOException("unpacks to more than " + MAX_RATIO + " times its size; expected text");
    }
  }
}
