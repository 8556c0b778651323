// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

/** Names that are empty in the stores and null in answers. */
final class Absent {
  private Absent() {}

  static String ifEmpty(String name) {
    return name.isEmpty() ? null : name;
  }
}
