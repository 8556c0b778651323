// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Utils;

/**
 * What the serializer and deserializer are told; keys and defaults are those of Confluent's 7.9.
 *
 * @param autoRegister whether unknown schemas are registered
 * @param useLatest whether to write with the schema that is the subject's newest at the first
 *     record written; only without autoRegister
 * @param strictLatest whether that newest schema must be able to read what is written
 * @param specificReader whether to read into generated classes
 * @param specificType the class to read into; empty: the one named by the writer's schema
 * @param logicalTypes whether generic records get converted values, such as Instant for a timestamp
 */
record SerdeConfig(
    boolean isKey,
    boolean autoRegister,
    boolean useLatest,
    boolean strictLatest,
    boolean specificReader,
    Optional<Class<?>> specificType,
    boolean logicalTypes,
    SubjectNameStrategy subjects) {

  private static final String CONFLUENT_STRATEGIES = "io.confluent.kafka.serializers.subject.";
  private static final String AUTO_REGISTER = "auto.register.schemas";
  private static final String USE_LATEST = "use.latest.version";
  private static final String STRICT_LATEST = "latest.compatibility.strict";
  private static final String SPECIFIC_READER = "specific.avro.reader";
  private static final String LOGICAL_TYPES = "avro.use.logical.type.converters";

  private static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(AUTO_REGISTER, Type.BOOLEAN, true, Importance.MEDIUM, "Register new schemas")
          .define(USE_LATEST, Type.BOOLEAN, false, Importance.LOW, "Write the newest schema")
          .define(STRICT_LATEST, Type.BOOLEAN, true, Importance.LOW, "It must read what is written")
          .define(SPECIFIC_READER, Type.BOOLEAN, false, Importance.MEDIUM, "Generated classes")
          .define("specific.avro.key.type", Type.CLASS, null, Importance.LOW, "Class of keys")
          .define("specific.avro.value.type", Type.CLASS, null, Importance.LOW, "Class of values")
          .define(LOGICAL_TYPES, Type.BOOLEAN, false, Importance.LOW, "Convert logical types");

  /**
   * Reads the settings.
   *
   * @throws ConfigException one line naming the key and what was expected
   */
  static SerdeConfig of(Map<String, ?> settings, boolean isKey) {
    Map<String, Object> known = new HashMap<>(settings);
    known.keySet().retainAll(DEFINITION.names());
    AbstractConfig config = new AbstractConfig(DEFINITION, known, Map.of(), false);
    String side = isKey ? "key" : "value";
    return new SerdeConfig(
        isKey,
        config.getBoolean(AUTO_REGISTER),
        config.getBoolean(USE_LATEST),
        config.getBoolean(STRICT_LATEST),
        config.getBoolean(SPECIFIC_READER),
        specificType(config, "specific.avro." + side + ".type"),
        config.getBoolean(LOGICAL_TYPES),
        strategy(side + ".subject.name.strategy", settings));
  }

  private static Optional<Class<?>> specificType(AbstractConfig config, String key) {
    Class<?> type = config.getClass(key);
    if (type != null && !SpecificRecord.class.isAssignableFrom(type)) {
      throw new ConfigException(key, type.getName(), "expected a class generated from Avro");
    }
    return Optional.ofNullable(type);
  }

  /**
   * Confluent's own strategies stand for ours of the same name, whether or not they are at hand.
   */
  private static SubjectNameStrategy strategy(String key, Map<String, ?> settings) {
    Object value = settings.get(key);
    String name = value instanceof Class<?> type ? type.getName() : (String) value;
    if (name == null) {
      return new TopicNameStrategy();
    }
    String ours =
        name.startsWith(CONFLUENT_STRATEGIES)
            ? SerdeConfig.class.getPackageName() + name.substring(CONFLUENT_STRATEGIES.length() - 1)
            : name;
    try {
      return Utils.newInstance(ours, SubjectNameStrategy.class);
    } catch (ClassNotFoundException | RuntimeException e) {
      throw new ConfigException(
          key,
          name,
          "expected TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy of "
              + SerdeConfig.class.getPackageName()
              + " or "
              + CONFLUENT_STRATEGIES
              + "*, or another SubjectNameStrategy");
    }
  }

  /** The registry's subject for what is written to the topic. */
  String subject(String topic, Schema schema) {
    return subjects.subject(topic, isKey, schema);
  }

  /** {@code topic x key} or {@code topic x value}: where a failure was, for messages. */
  String place(String topic) {
    return "topic " + topic + (isKey ? " key" : " value");
  }
}
