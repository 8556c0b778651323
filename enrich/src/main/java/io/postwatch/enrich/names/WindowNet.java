// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A small neural network: the vectors of a word and of two on either side, and the mean of all,
 * through one hidden layer. It adds what the features cannot say by themselves: 0.7 F1, as the mean
 * of three sets.
 *
 * @param rows vectors of traits, {@value #DEPTH} numbers each
 * @param window for each place in the window, from the first, the hidden units by vector
 * @param whole the hidden units by the mean vector
 * @param bias of the hidden units
 * @param output the labels by hidden unit, a unit's side by side
 */
public record WindowNet(float[] rows, float[] window, float[] whole, float[] bias, float[] output) {
  /** Rows of the table of traits, a power of 2. */
  public static final int ROWS = 1 << 15;

  /** Numbers in a vector. */
  public static final int DEPTH = 32;

  /** Hidden units. */
  public static final int HIDDEN = 64;

  /** Words in the window. */
  public static final int PLACES = 2 * WordFeatures.REACH + 1;

  /** The vector of a word. */
  float[] vector(Word word) {
    float[] vector = new float[DEPTH];
    for (int row : WordTraits.of(word)) {
      for (int i = 0; i < DEPTH; i++) {
        vector[i] += rows[row * DEPTH + i];
      }
    }
    return vector;
  }

  /** What a word's vector gives the hidden units from each place in the window. */
  float[] projected(float[] vector) {
    float[] projected = new float[PLACES * HIDDEN];
    for (int place = 0; place < PLACES; place++) {
      multiply(vector, window, place * DEPTH * HIDDEN, projected, place * HIDDEN);
    }
    return projected;
  }

  /** What the mean vector gives the hidden units of every word, their bias included. */
  float[] base(float[] mean) {
    float[] base = bias.clone();
    multiply(mean, whole, 0, base, 0);
    return base;
  }

  /** Adds the product of a vector and a matrix to a part of an array. */
  public static void multiply(float[] vector, float[] matrix, int at, float[] sums, int offset) {
    // Four rows at once, in the order in which one after the other would be added.
    for (int i = 0; i < DEPTH; i += 4) {
      float a = vector[i];
      float b = vector[i + 1];
      float c = vector[i + 2];
      float d = vector[i + 3];
      int row = at + i * HIDDEN;
      for (int unit = 0; unit < HIDDEN; unit++) {
        int cell = row + unit;
        sums[offset + unit] =
            sums[offset + unit]
                + a * matrix[cell]
                + b * matrix[cell + HIDDEN]
                + c * matrix[cell + 2 * HIDDEN]
                + d * matrix[cell + 3 * HIDDEN];
      }
    }
  }

  /**
   * What the hidden units say for the labels.
   *
   * @param hidden the units before they are cut off at 0, as half of them are
   */
  void output(float[] hidden, float[] said) {
    Arrays.fill(said, 0);
    for (int unit = 0; unit < HIDDEN; unit++) {
      float value = hidden[unit];
      if (value > 0) {
        for (int label = 0; label < Label.COUNT; label++) {
          said[label] += value * output[unit * Label.COUNT + label];
        }
      }
    }
  }

  static WindowNet read(DataInput in) throws IOException {
    return new WindowNet(
        read(in, ROWS * DEPTH),
        read(in, PLACES * DEPTH * HIDDEN),
        read(in, DEPTH * HIDDEN),
        read(in, HIDDEN),
        read(in, Label.COUNT * HIDDEN));
  }

  void write(DataOutput out) throws IOException {
    for (float[] numbers : new float[][] {rows, window, whole, bias, output}) {
      write(numbers, out);
    }
  }

  private static float[] read(DataInput in, int size) throws IOException {
    float step = in.readFloat();
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = in.readByte() * step;
    }
    return numbers;
  }

  /** In 127 steps either way: eight bits are enough. */
  private static void write(float[] numbers, DataOutput out) throws IOException {
    float largest = 1e-9f;
    for (float number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    float step = largest / Byte.MAX_VALUE;
    out.writeFloat(step);
    for (float number : numbers) {
      out.writeByte(Math.round(number / step));
    }
  }
}
