// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import io.postwatch.registry.RegistryChange.LevelSet;
import io.postwatch.registry.RegistryChange.ModeSet;
import io.postwatch.registry.RegistryChange.SubjectDeleted;
import io.postwatch.registry.RegistryChange.VersionRemoved;
import io.postwatch.registry.RegistryChange.VersionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Decides, by Confluent's rules, what a request changes in a registry's state; changes nothing. */
final class RegistryDecisions {
  private RegistryDecisions() {}

  /**
   * The subject's next version.
   *
   * @throws RegistryException 409 where the subject's level forbids it
   */
  static VersionSet add(RegistryState state, String subject, Schema schema) {
    List<String> why = state.incompatibilities(subject, schema, state.versions(subject, false));
    if (!why.isEmpty()) {
      throw RegistryException.incompatible(subject, why);
    }
    int last = state.versions(subject, true).stream().mapToInt(VersionSet::version).max().orElse(0);
    return new VersionSet(subject, last + 1, state.idFor(schema), schema, false);
  }

  /** Marks all versions as deleted and forgets the subject's own level and mode. */
  static List<RegistryChange> delete(RegistryState state, String subject) {
    state.requireVersions(subject, true);
    List<VersionSet> live = state.versions(subject, false);
    if (live.isEmpty()) {
      throw RegistryException.subjectDeleted(subject);
    }
    List<RegistryChange> changes = new ArrayList<>();
    changes.add(new SubjectDeleted(subject, live.get(live.size() - 1).version()));
    Optional<String> key = Optional.of(subject);
    state.level(key).ifPresent(level -> changes.add(new LevelSet(key, Optional.empty())));
    state.mode(key).ifPresent(mode -> changes.add(new ModeSet(key, Optional.empty())));
    return changes;
  }

  /** Removes for good what was deleted before. */
  static List<VersionRemoved> remove(RegistryState state, String subject) {
    List<VersionSet> all = state.requireVersions(subject, true);
    if (!state.versions(subject, false).isEmpty()) {
      throw RegistryException.subjectNotDeleted(subject);
    }
    return all.stream().map(version -> new VersionRemoved(subject, version.version())).toList();
  }

  /** Marks one version as deleted. */
  static VersionSet delete(RegistryState state, String subject, int version) {
    VersionSet found = state.requireVersion(subject, version, version != SchemaRegistry.LATEST);
    if (found.deleted()) {
      throw RegistryException.versionDeleted(subject, found.version());
    }
    return found.asDeleted();
  }

  /** Removes for good one version that was deleted before. */
  static VersionRemoved remove(RegistryState state, String subject, int version) {
    VersionSet found = state.requireVersion(subject, version, true);
    if (!found.deleted()) {
      throw RegistryException.versionNotDeleted(subject, found.version());
    }
    return new VersionRemoved(subject, found.version());
  }
}
