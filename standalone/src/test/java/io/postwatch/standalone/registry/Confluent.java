// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Confluent's genuine classes, which the build lays into {@code target/confluent}; on our own Kafka
 * and Avro, as with the Maven profile that puts them in the place of ours.
 */
final class Confluent {
  private static final ClassLoader LOADER = loader();

  private Confluent() {}

  static Serializer<Object> serializer(Map<String, ?> settings, boolean isKey) {
    return configured(
        "io.confluent.kafka.serializers.KafkaAvroSerializer",
        created -> ((Serializer<?>) created).configure(settings, isKey));
  }

  static Deserializer<Object> deserializer(Map<String, ?> settings, boolean isKey) {
    return configured(
        "io.confluent.kafka.serializers.KafkaAvroDeserializer",
        created -> ((Deserializer<?>) created).configure(settings, isKey));
  }

  /** Kafka looks for the classes that settings name with the thread's own loader. */
  @SuppressWarnings("unchecked")
  private static <T> T configured(String className, Consumer<Object> configure) {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(LOADER);
    try {
      Object created = Class.forName(className, true, LOADER).getConstructor().newInstance();
      configure.accept(created);
      return (T) created;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("expected Confluent's classes in target/confluent", e);
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  private static ClassLoader loader() {
    try {
      URL jar = Path.of("target", "confluent", "confluent.jar").toUri().toURL();
      return new URLClassLoader(new URL[] {jar}, Confluent.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
