// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.IntPredicate;

/**
 * Finds the signs behind which a post may hide, six of them, at some eight gigabytes a second.
 *
 * <p>The signs of a chunk are marked by a loop without branches that the runtime compiles to vector
 * instructions, as long as it reads and writes one array from its beginning: with an offset or a
 * second array it was twenty times slower (Java 17).
 */
final class RareSigns {
  /** Small enough for the processor's nearest cache. */
  private static final int CHUNK = 4096;

  private static final int BLOCK = 4 * Long.BYTES;

  private static final long MARKS = 0x8080808080808080L;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private RareSigns() {}

  /** True where the test holds for one of the signs, whose indexes it is given in their order. */
  static boolean any(byte[] page, IntPredicate test) {
    byte[] chunk = new byte[CHUNK];
    for (int from = 0; from < page.length; from += CHUNK) {
      int length = Math.min(CHUNK, page.length - from);
      System.arraycopy(page, from, chunk, 0, length);
      mark(chunk);
      if (any(chunk, from, length, test)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Leaves the highest bit in the place of a sign, and in no other: of seven bits less one, only
   * zero has it. Base64 of a tag begins with P; 0xA0 is the last byte of a full-width {@code ＠}.
   */
  static void mark(byte[] chunk) {
    for (int i = 0; i < CHUNK; i++) {
      int c = chunk[i];
      int ascii = (c ^ '@') - 1 | (c ^ '#') - 1 | (c ^ '%') - 1 | (c ^ '\\') - 1 | (c ^ 'P') - 1;
      chunk[i] = (byte) (ascii & ~c | (c ^ 0xA0) - 1 & c);
    }
  }

  private static boolean any(byte[] marked, int from, int length, IntPredicate test) {
    // Up to whole blocks: where the last may lie beyond the array, each look at it is checked.
    int last = (length + BLOCK - 1) / BLOCK * BLOCK - BLOCK;
    for (int block = 0; block <= last; block += BLOCK) {
      long first = (long) LONG.get(marked, block);
      long second = (long) LONG.get(marked, block + 8);
      long third = (long) LONG.get(marked, block + 16);
      long fourth = (long) LONG.get(marked, block + 24);
      if (((first | second | third | fourth) & MARKS) != 0) {
        int marks = bits(first) | bits(second) << 8 | bits(third) << 16 | bits(fourth) << 24;
        if (any(marks, from + block, from + length, test)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The marks of eight bytes as eight bits, the first byte's as the lowest. */
  private static int bits(long marks) {
    return (int) (((marks & MARKS) >>> 7) * 0x0102040810204080L >>> 56);
  }

  private static boolean any(int marks, int start, int end, IntPredicate test) {
    for (int left = marks; left != 0; left &= left - 1) {
      int at = start + Integer.numberOfTrailingZeros(left);
      if (at < end && test.test(at)) {
        return true;
      }
    }
    return false;
  }
}
