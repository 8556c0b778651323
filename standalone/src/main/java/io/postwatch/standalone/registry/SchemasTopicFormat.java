// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.registry.CompatibilityLevel;
import io.postwatch.registry.RegistryChange;
import io.postwatch.registry.RegistryChange.LevelSet;
import io.postwatch.registry.RegistryChange.ModeSet;
import io.postwatch.registry.RegistryChange.SubjectDeleted;
import io.postwatch.registry.RegistryChange.VersionRemoved;
import io.postwatch.registry.RegistryChange.VersionSet;
import io.postwatch.registry.RegistryException;
import io.postwatch.registry.RegistryMode;
import io.postwatch.registry.SchemaJson;
import java.util.Optional;
import java.util.function.Function;

/**
 * The records of a registry's topic, in the layout of Confluent's: JSON keys that compaction goes
 * by, down to the order of their fields, and JSON values.
 */
final class SchemasTopicFormat {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemasTopicFormat() {}

  /** The record's key. */
  static String key(RegistryChange change) {
    if (change instanceof VersionSet set) {
      return versionKey(set.subject(), set.version());
    } else if (change instanceof VersionRemoved removed) {
      return versionKey(removed.subject(), removed.version());
    } else if (change instanceof SubjectDeleted deleted) {
      return settingKey("DELETE_SUBJECT", Optional.of(deleted.subject()));
    } else if (change instanceof LevelSet set) {
      return settingKey("CONFIG", set.subject());
    } else if (change instanceof ModeSet set) {
      return settingKey("MODE", set.subject());
    }
    throw new IllegalArgumentException("no layout for " + change);
  }

  private static String versionKey(String subject, int version) {
    return JSON.createObjectNode()
        .put("keytype", "SCHEMA")
        .put("subject", subject)
        .put("version", version)
        .put("magic", 1)
        .toString();
  }

  private static String settingKey(String type, Optional<String> subject) {
    return JSON.createObjectNode()
        .put("keytype", type)
        .put("subject", subject.orElse(null))
        .put("magic", 0)
        .toString();
  }

  /** The record's value; null, a tombstone, for what is taken back. */
  static String value(RegistryChange change) {
    if (change instanceof VersionSet set) {
      return JSON.createObjectNode()
          .put("subject", set.subject())
          .put("version", set.version())
          .put("id", set.id())
          .put("schema", set.schema().toString())
          .put("deleted", set.deleted())
          .toString();
    } else if (change instanceof SubjectDeleted deleted) {
      return JSON.createObjectNode()
          .put("subject", deleted.subject())
          .put("version", deleted.upToVersion())
          .toString();
    } else if (change instanceof LevelSet set) {
      return setting("compatibilityLevel", set.level());
    } else if (change instanceof ModeSet set) {
      return setting("mode", set.mode());
    }
    return null;
  }

  private static String setting(String field, Optional<? extends Enum<?>> setting) {
    return setting
        .map(value -> JSON.createObjectNode().put(field, value.name()))
        .map(ObjectNode::toString)
        .orElse(null);
  }

  /**
   * The change that a record stands for; empty for kinds that carry no state of ours.
   *
   * @param value null for a tombstone
   * @throws JsonProcessingException where key or value is not JSON
   * @throws RegistryException where the value has a schema, level or mode that we do not know
   */
  static Optional<RegistryChange> read(String key, String value) throws JsonProcessingException {
    JsonNode k = JSON.readTree(key);
    JsonNode v = value == null ? JSON.missingNode() : JSON.readTree(value);
    String subject = k.path("subject").asText(null);
    return switch (k.path("keytype").asText()) {
      case "SCHEMA" -> Optional.of(version(subject, k.path("version").asInt(), v));
      case "DELETE_SUBJECT" -> deletion(subject, v);
      case "CONFIG" ->
          Optional.of(
              new LevelSet(
                  Optional.ofNullable(subject),
                  setting(v, "compatibilityLevel", CompatibilityLevel::of)));
      case "MODE" ->
          Optional.of(
              new ModeSet(Optional.ofNullable(subject), setting(v, "mode", RegistryMode::of)));
      default -> Optional.empty();
    };
  }

  private static RegistryChange version(String subject, int version, JsonNode value) {
    return value.isMissingNode()
        ? new VersionRemoved(subject, version)
        : new VersionSet(
            subject,
            version,
            value.path("id").asInt(),
            SchemaJson.read(value, "subject " + subject + " version " + version),
            value.path("deleted").asBoolean());
  }

  private static Optional<RegistryChange> deletion(String subject, JsonNode value) {
    return value.isMissingNode()
        ? Optional.empty()
        : Optional.of(new SubjectDeleted(subject, value.path("version").asInt()));
  }

  private static <T> Optional<T> setting(JsonNode value, String field, Function<String, T> parse) {
    return Optional.ofNullable(value.path(field).asText(null)).map(parse);
  }
}
