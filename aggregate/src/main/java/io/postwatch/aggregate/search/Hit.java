// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

/**
 * A thing that was found.
 *
 * @param task whose it is: the partition of its input
 * @param place among all that is found
 */
public record Hit(String id, int task, Place place) {

  /**
   * Where a thing stands among others, in this instance or another.
   *
   * @param value of the field that is sorted by, the highest first
   * @param tie sets things of the same value apart, the lowest first
   */
  public record Place(long value, long tie) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byValue = Long.compare(other.value, value);
      return byValue != 0 ? byValue : Long.compare(tie, other.tie);
    }
  }
}
