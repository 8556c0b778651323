// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.gazetteer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whole numbers in as few bytes as they need, seven bits a byte, the lowest first. */
public final class Varints {
  private Varints() {}

  /** Reads a number. */
  public static long read(DataInput in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte part = in.readByte();
      value |= (part & 0x7FL) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new IOException("a number of more than 64 bits in the gazetteer");
  }

  /** Reads a number that lies between two others, both inclusive. */
  static int read(DataInput in, int least, int most) throws IOException {
    return (int) inside(read(in), least, most);
  }

  /** The number, which lies between two others, both inclusive, or the file is damaged. */
  static long inside(long number, long least, long most) throws IOException {
    if (number < least || number > most) {
      throw new IOException(number + " found, expected " + least + " to " + most);
    }
    return number;
  }

  static int inside(int number, int least, int most) throws IOException {
    return (int) inside((long) number, least, most);
  }

  /** Writes a number. */
  public static void write(DataOutput out, long value) throws IOException {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }
}
