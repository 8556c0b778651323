// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import io.postwatch.registry.RegistryChange.LevelSet;
import io.postwatch.registry.RegistryChange.ModeSet;
import io.postwatch.registry.RegistryChange.VersionRemoved;
import io.postwatch.registry.RegistryChange.VersionSet;
import java.util.List;
import java.util.Optional;
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
    Optional<VersionSet> known = state.find(subject, schema, false);
    if (known.isPresent()) {
      return known.get().id();
    }
    synchronized (writing) {
      beginWrite(subject);
      return state
          .find(subject, schema, false)
          .orElseGet(() -> write(RegistryDecisions.add(state, subject, schema)))
          .id();
    }
  }

  @Override
  public RegisteredSchema lookUp(String subject, Schema schema) {
    return lookUp(subject, schema, false);
  }

  /** As {@link #lookUp(String, Schema)}, deleted versions included when asked for. */
  public RegisteredSchema lookUp(String subject, Schema schema, boolean withDeleted) {
    state.requireVersions(subject, withDeleted);
    return state
        .find(subject, schema, withDeleted)
        .map(VersionSet::registered)
        .orElseThrow(RegistryException::schemaNotFound);
  }

  @Override
  public Schema schemaById(int id) {
    return state.byId(id).orElseThrow(() -> RegistryException.schemaNotFound(id));
  }

  /** Every version, of whatever subject, that has this id. */
  public List<RegisteredSchema> versionsOf(int id, boolean withDeleted) {
    schemaById(id);
    return state.all(withDeleted).stream()
        .filter(version -> version.id() == id)
        .map(VersionSet::registered)
        .toList();
  }

  @Override
  public List<String> subjects() {
    return subjects(false);
  }

  /** As {@link #subjects()}, subjects with nothing but deleted versions included when asked for. */
  public List<String> subjects(boolean withDeleted) {
    return state.all(withDeleted).stream().map(VersionSet::subject).distinct().toList();
  }

  @Override
  public List<Integer> versions(String subject) {
    return versions(subject, false);
  }

  /** As {@link #versions(String)}, deleted versions included when asked for. */
  public List<Integer> versions(String subject, boolean withDeleted) {
    return state.requireVersions(subject, withDeleted).stream().map(VersionSet::version).toList();
  }

  @Override
  public RegisteredSchema version(String subject, int version) {
    return version(subject, version, false);
  }

  /** As {@link #version(String, int)}, deleted versions included when asked for. */
  public RegisteredSchema version(String subject, int version, boolean withDeleted) {
    return state.requireVersion(subject, version, withDeleted).registered();
  }

  @Override
  public List<String> incompatibilities(String subject, Schema schema) {
    return state.incompatibilities(subject, schema, state.versions(subject, false));
  }

  @Override
  public List<String> incompatibilities(String subject, Schema schema, int version) {
    if (version == LATEST && state.versions(subject, false).isEmpty()) {
      return List.of();
    }
    return state.incompatibilities(
        subject, schema, List.of(state.requireVersion(subject, version, false)));
  }

  @Override
  public CompatibilityLevel globalLevel() {
    return state.level(GLOBAL).orElse(CompatibilityLevel.BACKWARD);
  }

  @Override
  public void setGlobalLevel(CompatibilityLevel level) {
    set(new LevelSet(GLOBAL, Optional.of(level)));
  }

  /** Takes the global level back to BACKWARD. */
  public void clearGlobalLevel() {
    set(new LevelSet(GLOBAL, Optional.empty()));
  }

  @Override
  public Optional<CompatibilityLevel> level(String subject) {
    return state.level(Optional.of(subject));
  }

  @Override
  public void setLevel(String subject, CompatibilityLevel level) {
    checkSubject(subject);
    set(new LevelSet(Optional.of(subject), Optional.of(level)));
  }

  @Override
  public void clearLevel(String subject) {
    set(new LevelSet(Optional.of(subject), Optional.empty()));
  }

  /** The subject's own mode, or the global one without a subject; empty where never set. */
  public Optional<RegistryMode> mode(Optional<String> subject) {
    return state.mode(subject);
  }

  /** Sets the subject's mode, or the global one without a subject; empty takes it back. */
  public void setMode(Optional<String> subject, Optional<RegistryMode> mode) {
    subject.ifPresent(InMemorySchemaRegistry::checkSubject);
    set(new ModeSet(subject, mode));
  }

  @Override
  public List<Integer> deleteSubject(String subject, boolean permanent) {
    synchronized (writing) {
      beginWrite(subject);
      if (permanent) {
        return RegistryDecisions.remove(state, subject).stream()
            .map(this::write)
            .map(VersionRemoved::version)
            .toList();
      }
      List<RegistryChange> changes = RegistryDecisions.delete(state, subject);
      List<Integer> deleted = versions(subject);
      changes.forEach(this::write);
      return deleted;
    }
  }

  @Override
  public int deleteVersion(String subject, int version, boolean permanent) {
    synchronized (writing) {
      beginWrite(subject);
      return permanent
          ? write(RegistryDecisions.remove(state, subject, version)).version()
          : write(RegistryDecisions.delete(state, subject, version)).version();
    }
  }

  private void set(RegistryChange setting) {
    synchronized (writing) {
      journal.catchUp(state::apply);
      write(setting);
    }
  }

  private void beginWrite(String subject) {
    journal.catchUp(state::apply);
    Optional<RegistryMode> mode = mode(Optional.of(subject)).or(() -> mode(GLOBAL));
    if (mode.equals(Optional.of(RegistryMode.READONLY))) {
      throw RegistryException.readOnly(subject);
    }
  }

  private <C extends RegistryChange> C write(C change) {
    journal.append(change);
    state.apply(change);
    return change;
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
