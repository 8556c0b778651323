// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.util.List;

/** A refusal by the registry, with the error codes of Confluent's protocol. */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int httpStatus;
  private final int errorCode;

  public RegistryException(int httpStatus, int errorCode, String message) {
    super(message);
    this.httpStatus = httpStatus;
    this.errorCode = errorCode;
  }

  public int httpStatus() {
    return httpStatus;
  }

  /** The protocol's code: the HTTP status, or it and two digits more, such as 40401. */
  public int errorCode() {
    return errorCode;
  }

  /**
   * Whether the answer is about the schema or subject asked for; otherwise it is about the asking,
   * as with a wrong password or address.
   */
  public boolean concernsSchema() {
    return errorCode == 409 || errorCode / 100 == 404 || errorCode / 100 == 422;
  }

  public static RegistryException subjectNotFound(String subject) {
    return new RegistryException(404, 40401, "Subject '" + subject + "' not found.");
  }

  public static RegistryException versionNotFound(int version) {
    return new RegistryException(404, 40402, "Version " + version + " not found.");
  }

  public static RegistryException schemaNotFound() {
    return new RegistryException(404, 40403, "Schema not found");
  }

  public static RegistryException schemaNotFound(int id) {
    return new RegistryException(404, 40403, "Schema " + id + " not found");
  }

  public static RegistryException subjectDeleted(String subject) {
    return new RegistryException(
        404, 40404, "Subject '" + subject + "' was deleted; it can now be deleted permanently.");
  }

  public static RegistryException subjectNotDeleted(String subject) {
    return new RegistryException(
        404, 40405, "Subject '" + subject + "' must be deleted before it is deleted permanently.");
  }

  public static RegistryException versionDeleted(String subject, int version) {
    return new RegistryException(
        404,
        40406,
        "Subject '%s' version %d was deleted; it can now be deleted permanently."
            .formatted(subject, version));
  }

  public static RegistryException versionNotDeleted(String subject, int version) {
    return new RegistryException(
        404,
        40407,
        "Subject '%s' version %d must be deleted before it is deleted permanently."
            .formatted(subject, version));
  }

  public static RegistryException noLevel(String subject) {
    return new RegistryException(
        404, 40408, "Subject '" + subject + "' has no compatibility level of its own");
  }

  public static RegistryException noMode(String subject) {
    return new RegistryException(404, 40409, "Subject '" + subject + "' has no mode of its own");
  }

  public static RegistryException incompatible(String subject, List<String> why) {
    return new RegistryException(
        409,
        409,
        "Schema is incompatible with an earlier version of subject '%s': %s"
            .formatted(subject, String.join("; ", why)));
  }

  public static RegistryException invalidSchema(String why) {
    return new RegistryException(422, 42201, "Invalid schema: " + why);
  }

  public static RegistryException invalidVersion(String version) {
    return new RegistryException(
        422, 42202, "Invalid version '" + version + "': expected 1 or more, or \"latest\"");
  }

  public static RegistryException invalidLevel(String level) {
    return new RegistryException(
        422,
        42203,
        "Invalid compatibility level '%s': expected one of %s"
            .formatted(level, List.of(CompatibilityLevel.values())));
  }

  public static RegistryException invalidMode(String mode) {
    return new RegistryException(
        422,
        42204,
        "Invalid mode '%s': expected one of %s".formatted(mode, List.of(RegistryMode.values())));
  }

  public static RegistryException readOnly(String subject) {
    return new RegistryException(422, 42205, "Subject '" + subject + "' is in mode READONLY");
  }

  public static RegistryException invalidSubject(String subject) {
    return new RegistryException(
        422, 42208, "Invalid subject '" + subject + "': expected 1 to 1024 visible characters");
  }

  public static RegistryException storeFailed(String why) {
    return new RegistryException(500, 50001, "Error in the backend data store: " + why);
  }
}
