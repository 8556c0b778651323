// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds any of many words in bytes, without regard to ASCII case, with {@code ?} for any sign of
 * ASCII, at some gigabytes a second.
 *
 * <p>Looks at four bytes out of every four: a word of seven contains one of these samples whole,
 * wherever it lies. A sample is looked up in a table of 2^16 bytes, of which text touches a part
 * that stays in the processor's nearest cache; the looks do not wait for each other, unlike those
 * of algorithms that skip, which were four times slower here.
 *
 * @param <T> what a word stands for
 */
final class WordSearch<T> {
  /** The shortest word that surely contains a whole sample. */
  static final int MIN_WORD = 7;

  private static final int STEP = 4;

  /** In a word, any byte; none of the words has a question mark of its own. */
  private static final int ANY = '?';

  private static final int BLOCK = 8 * STEP;
  private static final int TABLE = 1 << 16;

  /** Of the shifts and additions that were tried, this one mistook the fewest samples of pages. */
  private static final int SHIFT = 11;

  private static final int PLACE_BITS = 12;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** All bits but the one that tells small letters from capitals, in eight bytes at once. */
  private static final long FOLD = ~0x2020202020202020L;

  /** Not zero where a sample may lie in a word. */
  private final byte[] samples = new byte[TABLE];

  private final Place<T>[] places = newPlaces();

  /** A word, and where in it a sample lies. */
  private record Place<T>(int sample, byte[] word, int offset, T meaning, Place<T> next) {}

  /** A word and what it stands for. */
  record Entry<T>(String word, T meaning) {}

  /** Told of the words found. */
  interface Visitor<T> {
    /** Returns false to end the search. */
    boolean found(int start, T meaning);
  }

  WordSearch(List<Entry<T>> entries) {
    entries.forEach(this::add);
  }

  private void add(Entry<T> entry) {
    byte[] word = entry.word().getBytes(StandardCharsets.US_ASCII);
    if (word.length < MIN_WORD) {
      throw new IllegalArgumentException(
          entry.word() + ": expected a word of at least " + MIN_WORD + " characters");
    }
    int first =
        IntStream.rangeClosed(0, word.length - MIN_WORD)
            .boxed()
            .min(Comparator.comparing(start -> cost(word, start)))
            .orElseThrow();
    for (int offset = first; offset < first + STEP; offset++) {
      add((int) INT.get(word, offset), word, offset, entry.meaning());
    }
  }

  /** How often the samples from an index on would be met that are not met for other words. */
  private double cost(byte[] word, int start) {
    double cost = 0;
    for (int offset = start; offset < start + STEP; offset++) {
      int index = index(mixed((int) INT.get(word, offset) & (int) FOLD), samples);
      String sample = new String(word, offset, STEP, StandardCharsets.US_ASCII);
      cost += samples[index] != 0 ? 0 : Commonness.of(sample);
    }
    return cost;
  }

  /** A sample with an open byte at one of its ends stands for those with any of ASCII there. */
  private void add(int sample, byte[] word, int offset, T meaning) {
    if ((sample & 0xFF) == ANY) {
      ascii().forEach(any -> addOne(sample & ~0xFF | any, word, offset, meaning));
    } else if (sample >>> 24 == ANY) {
      ascii().forEach(any -> addOne(sample & 0xFFFFFF | any << 24, word, offset, meaning));
    } else {
      addOne(sample, word, offset, meaning);
    }
  }

  private static IntStream ascii() {
    return IntStream.range(0, 0x80).filter(any -> (any & ~(int) FOLD) == 0);
  }

  private void addOne(int any, byte[] word, int offset, T meaning) {
    int sample = any & (int) FOLD;
    samples[index(mixed(sample), samples)] = 1;
    int index = placeIndex(sample);
    places[index] = new Place<>(sample, word, offset, meaning, places[index]);
  }

  /** Visits the words in the order of the bytes; returns whether it was let to the end. */
  boolean visit(byte[] bytes, Visitor<T> visitor) {
    byte[] table = samples;
    int at = 0;
    for (; at <= bytes.length - BLOCK; at += BLOCK) {
      long first = mixed((long) LONG.get(bytes, at) & FOLD);
      long second = mixed((long) LONG.get(bytes, at + 8) & FOLD);
      long third = mixed((long) LONG.get(bytes, at + 16) & FOLD);
      long fourth = mixed((long) LONG.get(bytes, at + 24) & FOLD);
      // One branch for eight samples: hardly any is in the table.
      int any = both(table, first) | both(table, second);
      any |= both(table, third) | both(table, fourth);
      if (any != 0 && !visitBlock(bytes, at, visitor)) {
        return false;
      }
    }
    return visit(bytes, at, bytes.length - Integer.BYTES, visitor);
  }

  /** By pairs of samples, as mostly one of them was mistaken. */
  private boolean visitBlock(byte[] bytes, int from, Visitor<T> visitor) {
    for (int at = from; at < from + BLOCK; at += Long.BYTES) {
      if (both(samples, mixed((long) LONG.get(bytes, at) & FOLD)) != 0
          && !visit(bytes, at, at + STEP, visitor)) {
        return false;
      }
    }
    return true;
  }

  private static int both(byte[] table, long mixed) {
    return table[index(mixed, table)] | table[index(mixed >>> 32, table)];
  }

  /** Brings what tells the third and the fourth byte of a sample to the first two. */
  private static long mixed(long samples) {
    return samples ^ samples >>> SHIFT;
  }

  /** By the table's length, so that the runtime sees that it needs no check. */
  private static int index(long mixed, byte[] table) {
    return (int) mixed & table.length - 1;
  }

  /** Multiplicative hashing by the golden ratio (Knuth, TAOCP 6.4). */
  private static int placeIndex(int sample) {
    return sample * 0x9E3779B1 >>> 32 - PLACE_BITS;
  }

  private boolean visit(byte[] bytes, int from, int last, Visitor<T> visitor) {
    for (int at = from; at <= last; at += STEP) {
      int sample = (int) INT.get(bytes, at) & (int) FOLD;
      if (samples[index(mixed(sample), samples)] != 0
          && !visit(bytes, at, sample, places[placeIndex(sample)], visitor)) {
        return false;
      }
    }
    return true;
  }

  private static <T> boolean visit(
      byte[] bytes, int at, int sample, Place<T> first, Visitor<T> visitor) {
    for (Place<T> place = first; place != null; place = place.next) {
      int start = at - place.offset;
      if (place.sample == sample
          && stands(place.word, bytes, start)
          && !visitor.found(start, place.meaning)) {
        return false;
      }
    }
    return true;
  }

  private static boolean stands(byte[] word, byte[] bytes, int start) {
    if (start < 0 || start + word.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (((bytes[start + i] ^ word[i]) & (int) FOLD) != 0 && word[i] != ANY) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> Place<T>[] newPlaces() {
    return new Place[1 << PLACE_BITS];
  }
}
