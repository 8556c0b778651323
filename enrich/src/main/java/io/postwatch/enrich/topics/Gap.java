// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

/**
 * Words that may stand between two elements of a pattern.
 *
 * @param widest how many at most; 0 for none
 * @param barred units that may not be among them
 */
record Gap(int widest, int[] barred) {
  static final Gap NONE = new Gap(0, new int[0]);

  /** Whether a word with these units may stand in it. */
  boolean admits(int[] units) {
    for (int bar : barred) {
      for (int unit : units) {
        if (unit == bar) {
          return false;
        }
      }
    }
    return true;
  }
}
