// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.util.Arrays;

/** Whether subjects may be changed. */
public enum RegistryMode {
  READWRITE,
  READONLY;

  /**
   * The mode of that name, upper case; Confluent's import modes are not among them.
   *
   * @throws RegistryException 42204 where there is none
   */
  public static RegistryMode of(String name) {
    return Arrays.stream(values())
        .filter(mode -> mode.name().equals(name))
        .findFirst()
        .orElseThrow(() -> RegistryException.invalidMode(name));
  }
}
