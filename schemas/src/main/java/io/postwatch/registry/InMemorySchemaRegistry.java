// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import io.postwatch.registry.RegistryChange.LevelSet;
import io.postwatch.registry.RegistryChange.ModeSet;
import io.postwatch.registry.RegistryChange.SubjectDeleted;
import io.postwatch.registry.RegistryChange.VersionRemoved;
import io.postwatch.registry.RegistryChange.VersionSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * A whole registry in memory, for {@code mock://} and as the core of the embedded server.
 *
 * <p>Writers go one at a time: decide, write the change to the journal, apply it. Readers never
 * wait for the journal.
 */
public final class InMemorySchemaRegistry implements SchemaRegistry {
  private static final Optional<String> GLOBAL = Optional.empty();
  private static final int LONGEST_SUBJECT = 1024;

  private final RegistryState state = new RegistryState();
  private final Object writing = new Object();
  private final Journal journal;

  public InMemorySchemaRegistry() {
    this(Journal.NONE);
  }

  public InMemorySchemaRegistry(Journal journal) {
    this.journal = journal;
  }

  /** Takes over a change that was journalled earlier. */
  public void replay(RegistryChange change) {
    state.apply(change);
  }

  @Override
  public int register(String subject, Schema schema) {
    checkSubject(subject);
    Optional<VersionSet> known = find(subject, schema, false);
    if (known.isPresent()) {
      return known.get().id();
    }
    synchronized (writing) {
      beginWrite(subject);
      return find(subject, schema, false).orElseGet(() -> add(subject, schema)).id();
    }
  }

  private VersionSet add(String subject, Schema schema) {
    List<String> why = incompatibilities(subject, schema);
    if (!why.isEmpty()) {
      throw RegistryException.incompatible(subject, why);
    }
    int last = state.versions(subject).stream().mapToInt(VersionSet::version).max().orElse(0);
    VersionSet added = new VersionSet(subject, last + 1, state.idFor(schema), schema, false);
    write(added);
    return added;
  }

  @Override
  public RegisteredSchema lookUp(String subject, Schema schema) {
    return lookUp(subject, schema, false);
  }

  /** As {@link #lookUp(String, Schema)}, deleted versions included when asked for. */
  public RegisteredSchema lookUp(String subject, Schema schema, boolean withDeleted) {
    requireVersions(subject, withDeleted);
    return find(subject, schema, withDeleted)
        .map(InMemorySchemaRegistry::registered)
        .orElseThrow(RegistryException::schemaNotFound);
  }

  private Optional<VersionSet> find(String subject, Schema schema, boolean withDeleted) {
    String text = schema.toString();
    return visible(subject, withDeleted)
        .filter(version -> version.schema().toString().equals(text))
        .findFirst();
  }

  @Override
  public Schema schemaById(int id) {
    return state.byId(id).orElseThrow(() -> RegistryException.schemaNotFound(id));
  }

  /** Every version, of whatever subject, that has this id. */
  public List<RegisteredSchema> versionsOf(int id, boolean withDeleted) {
    schemaById(id);
    return state.all().stream()
        .filter(version -> version.id() == id && (withDeleted || !version.deleted()))
        .map(InMemorySchemaRegistry::registered)
        .toList();
  }

  @Override
  public List<String> subjects() {
    return subjects(false);
  }

  /** As {@link #subjects()}, subjects with nothing but deleted versions included when asked for. */
  public List<String> subjects(boolean withDeleted) {
    return state.all().stream()
        .filter(version -> withDeleted || !version.deleted())
        .map(VersionSet::subject)
        .distinct()
        .toList();
  }

  @Override
  public List<Integer> versions(String subject) {
    return versions(subject, false);
  }

  /** As {@link #versions(String)}, deleted versions included when asked for. */
  public List<Integer> versions(String subject, boolean withDeleted) {
    return requireVersions(subject, withDeleted).stream().map(VersionSet::version).toList();
  }

  @Override
  public RegisteredSchema version(String subject, int version) {
    return version(subject, version, false);
  }

  /** As {@link #version(String, int)}, deleted versions included when asked for. */
  public RegisteredSchema version(String subject, int version, boolean withDeleted) {
    return registered(pick(requireVersions(subject, withDeleted), version));
  }

  @Override
  public List<String> incompatibilities(String subject, Schema schema) {
    return check(subject, schema, visible(subject, false));
  }

  @Override
  public List<String> incompatibilities(String subject, Schema schema, int version) {
    if (version == LATEST && visible(subject, false).findAny().isEmpty()) {
      return List.of();
    }
    return check(subject, schema, Stream.of(pick(requireVersions(subject, false), version)));
  }

  private List<String> check(String subject, Schema schema, Stream<VersionSet> earlier) {
    return SchemaCompatibilityCheck.incompatibilities(
        level(subject).orElseGet(this::globalLevel),
        schema,
        earlier.map(InMemorySchemaRegistry::registered).toList());
  }

  @Override
  public CompatibilityLevel globalLevel() {
    return state.level(GLOBAL).orElse(CompatibilityLevel.BACKWARD);
  }

  @Override
  public void setGlobalLevel(CompatibilityLevel level) {
    change(new LevelSet(GLOBAL, Optional.of(level)));
  }

  /** Takes the global level back to BACKWARD. */
  public void clearGlobalLevel() {
    change(new LevelSet(GLOBAL, Optional.empty()));
  }

  @Override
  public Optional<CompatibilityLevel> level(String subject) {
    return state.level(Optional.of(subject));
  }

  @Override
  public void setLevel(String subject, CompatibilityLevel level) {
    checkSubject(subject);
    change(new LevelSet(Optional.of(subject), Optional.of(level)));
  }

  @Override
  public void clearLevel(String subject) {
    change(new LevelSet(Optional.of(subject), Optional.empty()));
  }

  /** The subject's own mode, or the global one without a subject; empty where never set. */
  public Optional<RegistryMode> mode(Optional<String> subject) {
    return state.mode(subject);
  }

  /** Sets the subject's mode, or the global one without a subject; empty takes it back. */
  public void setMode(Optional<String> subject, Optional<RegistryMode> mode) {
    subject.ifPresent(InMemorySchemaRegistry::checkSubject);
    change(new ModeSet(subject, mode));
  }

  @Override
  public List<Integer> deleteSubject(String subject, boolean permanent) {
    synchronized (writing) {
      beginWrite(subject);
      List<VersionSet> all = requireVersions(subject, true);
      List<VersionSet> live = visible(subject, false).toList();
      if (permanent && !live.isEmpty()) {
        throw RegistryException.subjectNotDeleted(subject);
      }
      if (!permanent && live.isEmpty()) {
        throw RegistryException.subjectDeleted(subject);
      }
      if (permanent) {
        all.forEach(version -> write(new VersionRemoved(subject, version.version())));
      } else {
        write(new SubjectDeleted(subject, live.get(live.size() - 1).version()));
        forgetSettings(subject);
      }
      return (permanent ? all : live).stream().map(VersionSet::version).toList();
    }
  }

  private void forgetSettings(String subject) {
    Optional<String> key = Optional.of(subject);
    state.level(key).ifPresent(level -> write(new LevelSet(key, Optional.empty())));
    state.mode(key).ifPresent(mode -> write(new ModeSet(key, Optional.empty())));
  }

  @Override
  public int deleteVersion(String subject, int version, boolean permanent) {
    synchronized (writing) {
      beginWrite(subject);
      VersionSet found = pick(requireVersions(subject, permanent || version > 0), version);
      if (permanent && !found.deleted()) {
        throw RegistryException.versionNotDeleted(subject, found.version());
      }
      if (!permanent && found.deleted()) {
        throw RegistryException.versionDeleted(subject, found.version());
      }
      write(
          permanent
              ? new VersionRemoved(subject, found.version())
              : RegistryState.withDeleted(found));
      return found.version();
    }
  }

  private void change(RegistryChange change) {
    synchronized (writing) {
      journal.catchUp(state::apply);
      write(change);
    }
  }

  private void beginWrite(String subject) {
    journal.catchUp(state::apply);
    Optional<RegistryMode> mode = mode(Optional.of(subject)).or(() -> mode(GLOBAL));
    if (mode.equals(Optional.of(RegistryMode.READONLY))) {
      throw RegistryException.readOnly(subject);
    }
  }

  private void write(RegistryChange change) {
    journal.append(change);
    state.apply(change);
  }

  private Stream<VersionSet> visible(String subject, boolean withDeleted) {
    return state.versions(subject).stream().filter(version -> withDeleted || !version.deleted());
  }

  private List<VersionSet> requireVersions(String subject, boolean withDeleted) {
    List<VersionSet> versions = visible(subject, withDeleted).toList();
    if (versions.isEmpty()) {
      throw RegistryException.subjectNotFound(subject);
    }
    return versions;
  }

  private static VersionSet pick(List<VersionSet> versions, int version) {
    if (version == LATEST) {
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

  private static RegisteredSchema registered(VersionSet set) {
    return new RegisteredSchema(set.subject(), set.version(), set.id(), set.schema());
  }

  private static void checkSubject(String subject) {
    if (subject == null
        || subject.isBlank()
        || subject.length() > LONGEST_SUBJECT
        || subject.chars().anyMatch(Character::isISOControl)) {
      throw RegistryException.invalidSubject(subject);
    }
  }
}
