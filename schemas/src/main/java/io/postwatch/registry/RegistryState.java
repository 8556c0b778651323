// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import io.postwatch.registry.RegistryChange.LevelSet;
import io.postwatch.registry.RegistryChange.ModeSet;
import io.postwatch.registry.RegistryChange.SubjectDeleted;
import io.postwatch.registry.RegistryChange.VersionRemoved;
import io.postwatch.registry.RegistryChange.VersionSet;
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
    if (all(true).stream().noneMatch(version -> version.id() == gone.id())) {
      byId.remove(gone.id());
      idByText.remove(gone.schema().toString());
    }
  }

  private void markDeleted(SubjectDeleted deleted) {
    subjects
        .getOrDefault(deleted.subject(), new TreeMap<>())
        .headMap(deleted.upToVersion(), true)
        .replaceAll((number, version) -> version.asDeleted());
  }

  private static <K, V> void putOrRemove(Map<K, V> map, K key, Optional<V> value) {
    value.ifPresentOrElse(present -> map.put(key, present), () -> map.remove(key));
  }

  /** All versions of all subjects, by subject and ascending. */
  synchronized List<VersionSet> all(boolean withDeleted) {
    return subjects.values().stream()
        .flatMap(versions -> versions.values().stream())
        .filter(version -> withDeleted || !version.deleted())
        .toList();
  }

  /** The subject's versions, ascending; empty for an unknown subject. */
  synchronized List<VersionSet> versions(String subject, boolean withDeleted) {
    return subjects.getOrDefault(subject, new TreeMap<>()).values().stream()
        .filter(version -> withDeleted || !version.deleted())
        .toList();
  }

  /**
   * As {@link #versions}.
   *
   * @throws RegistryException 40401 where there is none
   */
  List<VersionSet> requireVersions(String subject, boolean withDeleted) {
    List<VersionSet> versions = versions(subject, withDeleted);
    if (versions.isEmpty()) {
      throw RegistryException.subjectNotFound(subject);
    }
    return versions;
  }

  /**
   * One version of a subject.
   *
   * @param version 1 or more, or {@link SchemaRegistry#LATEST}
   * @throws RegistryException 40401, 40402 or 42202 where there is none
   */
  VersionSet requireVersion(String subject, int version, boolean withDeleted) {
    List<VersionSet> versions = requireVersions(subject, withDeleted);
    if (version == SchemaRegistry.LATEST) {
      return versions.get(versions.size() - 1);
    }
    if (version < 1) {
      throw RegistryException.invalidVersion(Integer.toString(version));
    }
    return versions.stream()
        .filter(candidate -> candidate.version() == version)
        .findFirst()
        .orElseThrow(() -> RegistryException.versionNotFound(version));
  }

  /** The subject's version with this very schema. */
  Optional<VersionSet> find(String subject, Schema schema, boolean withDeleted) {
    String text = schema.toString();
    return versions(subject, withDeleted).stream()
        .filter(version -> version.schema().toString().equals(text))
        .findFirst();
  }

  synchronized Optional<Schema> byId(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The id that the schema has, or would get. */
  synchronized int idFor(Schema schema) {
    return idByText.getOrDefault(schema.toString(), highestId + 1);
  }

  /** The subject's own level; without subject the global one; empty where never set. */
  synchronized Optional<CompatibilityLevel> level(Optional<String> subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  /** The subject's own mode; without subject the global one; empty where never set. */
  synchronized Optional<RegistryMode> mode(Optional<String> subject) {
    return Optional.ofNullable(modes.get(subject));
  }

  /**
   * Why the schema may not follow the earlier versions, by the subject's level or the global one.
   */
  List<String> incompatibilities(String subject, Schema schema, List<VersionSet> earlier) {
    CompatibilityLevel level =
        level(Optional.of(subject))
            .or(() -> level(Optional.empty()))
            .orElse(CompatibilityLevel.BACKWARD);
    return SchemaCompatibilityCheck.incompatibilities(
        level, schema, earlier.stream().map(VersionSet::registered).toList());
  }
}
