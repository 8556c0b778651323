// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Remembers what never changes about ids and registrations, and asks another registry for the rest.
 */
public final class CachingSchemaRegistry implements SchemaRegistry {
  private record SubjectSchema(String subject, Schema schema) {}

  private final SchemaRegistry registry;
  private final BoundedCache<Integer, Schema> byId;
  private final BoundedCache<SubjectSchema, Integer> registered;
  private final BoundedCache<SubjectSchema, RegisteredSchema> lookedUp;

  /**
   * @param capacity how many entries each of the three caches holds at most
   */
  public CachingSchemaRegistry(SchemaRegistry registry, int capacity) {
    this.registry = registry;
    byId = new BoundedCache<>(capacity);
    registered = new BoundedCache<>(capacity);
    lookedUp = new BoundedCache<>(capacity);
  }

  @Override
  public int register(String subject, Schema schema) {
    return registered.get(
        new SubjectSchema(subject, schema), key -> registry.register(key.subject(), key.schema()));
  }

  @Override
  public RegisteredSchema lookUp(String subject, Schema schema) {
    return lookedUp.get(
        new SubjectSchema(subject, schema), key -> registry.lookUp(key.subject(), key.schema()));
  }

  @Override
  public Schema schemaById(int id) {
    return byId.get(id, registry::schemaById);
  }

  @Override
  public List<String> subjects() {
    return registry.subjects();
  }

  @Override
  public List<Integer> versions(String subject) {
    return registry.versions(subject);
  }

  @Override
  public RegisteredSchema version(String subject, int version) {
    return registry.version(subject, version);
  }

  @Override
  public List<String> incompatibilities(String subject, Schema schema) {
    return registry.incompatibilities(subject, schema);
  }

  @Override
  public List<String> incompatibilities(String subject, Schema schema, int version) {
    return registry.incompatibilities(subject, schema, version);
  }

  @Override
  public CompatibilityLevel globalLevel() {
    return registry.globalLevel();
  }

  @Override
  public void setGlobalLevel(CompatibilityLevel level) {
    registry.setGlobalLevel(level);
  }

  @Override
  public Optional<CompatibilityLevel> level(String subject) {
    return registry.level(subject);
  }

  @Override
  public void setLevel(String subject, CompatibilityLevel level) {
    registry.setLevel(subject, level);
  }

  @Override
  public void clearLevel(String subject) {
    registry.clearLevel(subject);
  }

  @Override
  public List<Integer> deleteSubject(String subject, boolean permanent) {
    List<Integer> deleted = registry.deleteSubject(subject, permanent);
    forgetSubjects();
    return deleted;
  }

  @Override
  public int deleteVersion(String subject, int version, boolean permanent) {
    int deleted = registry.deleteVersion(subject, version, permanent);
    forgetSubjects();
    return deleted;
  }

  private void forgetSubjects() {
    registered.clear();
    lookedUp.clear();
  }
}
