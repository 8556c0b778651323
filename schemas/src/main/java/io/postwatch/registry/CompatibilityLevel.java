// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.util.Arrays;
import java.util.Locale;

/** What a subject's next version must keep to; names and meaning are Confluent's. */
public enum CompatibilityLevel {
  NONE(false, false, false),
  BACKWARD(true, false, false),
  BACKWARD_TRANSITIVE(true, false, true),
  FORWARD(false, true, false),
  FORWARD_TRANSITIVE(false, true, true),
  FULL(true, true, false),
  FULL_TRANSITIVE(true, true, true);

  private final boolean newReadsOld;
  private final boolean oldReadsNew;
  private final boolean allVersions;

  CompatibilityLevel(boolean newReadsOld, boolean oldReadsNew, boolean allVersions) {
    this.newReadsOld = newReadsOld;
    this.oldReadsNew = oldReadsNew;
    this.allVersions = allVersions;
  }

  /** Whether readers with the new schema must understand records of the old. */
  public boolean newReadsOld() {
    return newReadsOld;
  }

  /** Whether readers with the old schema must understand records of the new. */
  public boolean oldReadsNew() {
    return oldReadsNew;
  }

  /** Whether all earlier versions count, not the newest alone. */
  public boolean allVersions() {
    return allVersions;
  }

  /**
   * The level of that name, in whatever case.
   *
   * @throws RegistryException 42203 where there is none
   */
  public static CompatibilityLevel of(String name) {
    String upper = String.valueOf(name).toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(level -> level.name().equals(upper))
        .findFirst()
        .orElseThrow(() -> RegistryException.invalidLevel(name));
  }
}
