// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import io.postwatch.registry.RegistryChange.LevelSet;
import io.postwatch.registry.RegistryChange.ModeSet;
import io.postwatch.registry.RegistryChange.SubjectDeleted;
import io.postwatch.registry.RegistryChange.VersionRemoved;
import io.postwatch.registry.RegistryChange.VersionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** What a registry holds: the sum of its changes. Each method is atomic. */
final class RegistryState {
  private final NavigableMap<String, NavigableMap<Integer, VersionSet>> subjects = new TreeMap<>();
  private final Map<Integer, Schema> byId = new HashMap<>();

  /** By the schema's JSON, docs and properties included: what Confluent holds to be the same. */
  private final Map<String, Integer> idByText = new HashMap<>();

  private final Map<Optional<String>, CompatibilityLevel> levels = new HashMap<>();
  private final Map<Optional<String>, RegistryMode> modes = new HashMap<>();
  private int highestId;

  synchronized void apply(RegistryChange change) {
    if (change instanceof VersionSet set) {
      subjects.computeIfAbsent(set.subject(), name -> new TreeMap<>()).put(set.version(), set);
      byId.putIfAbsent(set.id(), set.schema());
      idByText.putIfAbsent(set.schema().toString(), set.id());
      highestId = Math.max(highestId, set.id());
    } else if (change instanceof VersionRemoved removed) {
      remove(removed);
    } else if (change instanceof SubjectDeleted deleted) {
      markDeleted(deleted);
    } else if (change instanceof LevelSet set) {
      putOrRemove(levels, set.subject(), set.level());
    } else if (change instanceof ModeSet set) {
      putOrRemove(modes, set.subject(), set.mode());
    }
  }

  private void remove(VersionRemoved removed) {
    NavigableMap<Integer, VersionSet> versions = subjects.get(removed.subject());
    VersionSet gone = versions == null ? null : versions.remove(removed.version());
    if (gone == null) {
      return;
    }
    if (versions.isEmpty()) {
      subjects.remove(removed.subject());
    }
    if (all().stream().noneMatch(version -> version.id() == gone.id())) {
      byId.remove(gone.id());
      idByText.remove(gone.schema().toString());
    }
  }

  private void markDeleted(SubjectDeleted deleted) {
    subjects
        .getOrDefault(deleted.subject(), new TreeMap<>())
        .headMap(deleted.upToVersion(), true)
        .replaceAll((number, version) -> withDeleted(version));
  }

  static VersionSet withDeleted(VersionSet version) {
    return new VersionSet(
        version.subject(), version.version(), version.id(), version.schema(), true);
  }

  private static <K, V> void putOrRemove(Map<K, V> map, K key, Optional<V> value) {
    value.ifPresentOrElse(present -> map.put(key, present), () -> map.remove(key));
  }

  /** All versions of all subjects, deleted ones too, by subject and ascending. */
  synchronized List<VersionSet> all() {
    return subjects.values().stream().flatMap(versions -> versions.values().stream()).toList();
  }

  /** The subject's versions, deleted ones too, ascending. */
  synchronized List<VersionSet> versions(String subject) {
    return new ArrayList<>(subjects.getOrDefault(subject, new TreeMap<>()).values());
  }

  synchronized Optional<Schema> byId(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The id that the schema has, or would get. */
  synchronized int idFor(Schema schema) {
    return idByText.getOrDefault(schema.toString(), highestId + 1);
  }

  synchronized Optional<CompatibilityLevel> level(Optional<String> subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  synchronized Optional<RegistryMode> mode(Optional<String> subject) {
    return Optional.ofNullable(modes.get(subject));
  }
}
