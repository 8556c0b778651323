// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * The operations of a schema registry, as Confluent's REST protocol names them.
 *
 * <p>Each throws {@link RegistryException} when the registry refuses, and {@link
 * RegistryUnavailableException} when it does not answer. Implementations are safe for use by
 * several threads.
 */
public interface SchemaRegistry {
  /** Stands for a subject's newest version wherever a version number is asked for. */
  int LATEST = -1;

  /**
   * The id of the schema, registered as the subject's next version unless the subject has it
   * already.
   *
   * @throws RegistryException 409 where the subject's compatibility level forbids it
   */
  int register(String subject, Schema schema);

  /**
   * Where the subject has this very schema.
   *
   * @throws RegistryException 40401 for an unknown subject, 40403 for an unknown schema
   */
  RegisteredSchema lookUp(String subject, Schema schema);

  /**
   * The schema with this id, under whatever subject.
   *
   * @throws RegistryException 40403 where there is none
   */
  Schema schemaById(int id);

  /** All subjects that have a version, in alphabetical order. */
  List<String> subjects();

  /**
   * The subject's version numbers, ascending.
   *
   * @throws RegistryException 40401 for an unknown subject
   */
  List<Integer> versions(String subject);

  /**
   * One version of a subject.
   *
   * @param version 1 or more, or {@link #LATEST}
   * @throws RegistryException 40401 for an unknown subject, 40402 for an unknown version, 42202 for
   *     a number that cannot be one
   */
  RegisteredSchema version(String subject, int version);

  /**
   * Why the schema may not become the subject's next version, a sentence each; empty when it may.
   *
   * <p>Against the newest version, or all of them where the subject's level is transitive.
   */
  List<String> incompatibilities(String subject, Schema schema);

  /**
   * Why the schema is not compatible with one version by the subject's level; empty when it is.
   *
   * @param version 1 or more, or {@link #LATEST}, with which any schema suits a new subject
   * @throws RegistryException 40401 for an unknown subject, 40402 for an unknown version
   */
  List<String> incompatibilities(String subject, Schema schema, int version);

  /** The level of subjects that have none of their own; BACKWARD unless set. */
  CompatibilityLevel globalLevel();

  /** Sets the level of subjects that have none of their own. */
  void setGlobalLevel(CompatibilityLevel level);

  /** The subject's own level; empty where it follows the global one. */
  Optional<CompatibilityLevel> level(String subject);

  /** Gives the subject, known or not yet, a level of its own. */
  void setLevel(String subject, CompatibilityLevel level);

  /** Lets the subject follow the global level again. */
  void clearLevel(String subject);

  /**
   * Deletes all versions of a subject and its own level; their ids stay readable until deleted
   * permanently.
   *
   * @param permanent whether to remove for good what has been deleted before
   * @return the version numbers deleted
   */
  List<Integer> deleteSubject(String subject, boolean permanent);

  /**
   * Deletes one version of a subject; its id stays readable until deleted permanently.
   *
   * @param version 1 or more, or {@link #LATEST}
   * @param permanent whether to remove for good what has been deleted before
   * @return the version number deleted
   */
  int deleteVersion(String subject, int version, boolean permanent);
}
