// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import java.io.ByteArrayOutputStream;

/** Collects the bytes of a value, up to a limit. */
final class FrameBuffer {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean isFull;

  void add(byte[] source, int from, int to) {
    int room = JsonFrames.MAX_VALUE_BYTES - bytes.size();
    isFull |= to - from > room;
    bytes.write(source, from, Math.min(room, to - from));
  }

  boolean isFull() {
    return isFull;
  }

  /** What was collected; begins anew. */
  byte[] take() {
    byte[] taken = bytes.toByteArray();
    bytes.reset();
    isFull = false;
    return taken;
  }
}
