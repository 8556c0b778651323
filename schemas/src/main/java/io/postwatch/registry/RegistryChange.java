// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.util.Optional;
import org.apache.avro.Schema;

/** One step in a registry's history; applied in order from the first, the steps give its state. */
public sealed interface RegistryChange {

  /** A version was added to its subject, or was marked as deleted. */
  record VersionSet(String subject, int version, int id, Schema schema, boolean deleted)
      implements RegistryChange {

    /** The change that marks this version as deleted. */
    public VersionSet asDeleted() {
      return new VersionSet(subject, version, id, schema, true);
    }

    /** What users of the registry see of it. */
    public RegisteredSchema registered() {
      return new RegisteredSchema(subject, version, id, schema);
    }
  }

  /** A version was removed for good. */
  record VersionRemoved(String subject, int version) implements RegistryChange {}

  /** A subject's versions up to this one were marked as deleted. */
  record SubjectDeleted(String subject, int upToVersion) implements RegistryChange {}

  /**
   * A compatibility level was set, or with an empty level taken back; without subject: globally.
   */
  record LevelSet(Optional<String> subject, Optional<CompatibilityLevel> level)
      implements RegistryChange {}

  /** A mode was set, or with an empty mode taken back; without subject: globally. */
  record ModeSet(Optional<String> subject, Optional<RegistryMode> mode) implements RegistryChange {}
}
