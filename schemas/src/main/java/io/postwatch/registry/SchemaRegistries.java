// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.common.config.ConfigException;

/** Finds the registry that a configuration means. */
public final class SchemaRegistries {
  private static final String MOCK = "mock://";

  /**
   * Shared by the whole process, as Confluent's: serializers and deserializers must meet in one.
   */
  private static final ConcurrentMap<String, InMemorySchemaRegistry> SCOPES =
      new ConcurrentHashMap<>();

  private SchemaRegistries() {}

  /**
   * A client of the registry at {@code schema.registry.url}: http(s)://, several with commas, or
   * mock://scope.
   *
   * @throws ConfigException one line naming the key and what was expected
   */
  public static SchemaRegistry fromConfig(Map<String, ?> settings) {
    RegistryConfig config = RegistryConfig.of(settings);
    if (config.urls().get(0).startsWith(MOCK)) {
      if (config.urls().size() > 1) {
        throw new ConfigException(
            RegistryConfig.URL, config.urls(), "expected a single URL where it is mock://scope");
      }
      return mock(config.urls().get(0).substring(MOCK.length()));
    }
    return new CachingSchemaRegistry(new HttpSchemaRegistry(config), config.cacheCapacity());
  }

  /** The process-wide registry of {@code mock://scope}, empty at first. */
  public static InMemorySchemaRegistry mock(String scope) {
    return SCOPES.computeIfAbsent(scope, name -> new InMemorySchemaRegistry());
  }

  /** Forgets the registry of {@code mock://scope}; who holds it keeps it. */
  public static void dropMock(String scope) {
    SCOPES.remove(scope);
  }
}
