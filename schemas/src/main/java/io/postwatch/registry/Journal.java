// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.util.function.Consumer;

/** Where a registry writes each change down before it takes effect. */
public interface Journal {
  /** Writes nothing down: the registry lives and dies with the process. */
  Journal NONE = change -> {};

  /**
   * Writes the change down for good.
   *
   * @throws RegistryException 50001 when it cannot be known to be written; the change then does not
   *     take effect
   */
  void append(RegistryChange change);

  /**
   * Hands over what has been written but never took effect, as after an {@link #append} whose
   * outcome was not known; called before each decision.
   *
   * @throws RegistryException 50001 when that cannot be read
   */
  default void catchUp(Consumer<RegistryChange> replay) {}
}
