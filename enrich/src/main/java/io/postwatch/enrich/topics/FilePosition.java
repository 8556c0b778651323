// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

/**
 * A place in a file, for people to find.
 *
 * @param file what the file is called in messages
 * @param line from 1; 0 for the file as a whole
 * @param column in code points, from 1
 */
public record FilePosition(String file, int line, int column) {

  static FilePosition of(String file) {
    return new FilePosition(file, 0, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ", line " + line + ", column " + column;
  }
}
