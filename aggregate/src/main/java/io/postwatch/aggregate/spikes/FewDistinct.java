// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Distinct numbers up to a bound, after which no more are noted. */
final class FewDistinct {
  private final int most;
  private long[] numbers = new long[4];
  private int size;

  /**
   * @param most from 1 to 255
   */
  FewDistinct(int most) {
    this.most = most;
  }

  void add(long number) {
    for (int i = 0; i < size; i++) {
      if (numbers[i] == number) {
        return;
      }
    }
    if (size < most) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }
  }

  void addAll(FewDistinct others) {
    for (int i = 0; i < others.size; i++) {
      add(others.numbers[i]);
    }
  }

  int size() {
    return size;
  }

  int bytes() {
    return 1 + size * Long.BYTES;
  }

  void write(ByteBuffer out) {
    out.put((byte) size);
    for (int i = 0; i < size; i++) {
      out.putLong(numbers[i]);
    }
  }

  void read(ByteBuffer in) {
    size = Byte.toUnsignedInt(in.get());
    numbers = new long[Math.max(4, size)];
    for (int i = 0; i < size; i++) {
      numbers[i] = in.getLong();
    }
  }
}
