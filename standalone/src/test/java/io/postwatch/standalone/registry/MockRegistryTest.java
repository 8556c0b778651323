// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import io.postwatch.registry.SchemaRegistries;
import io.postwatch.registry.SchemaRegistry;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class MockRegistryTest extends RegistryConformance {
  private static final String SCOPE = "conformance";

  @Override
  SchemaRegistry registry() {
    return SchemaRegistries.fromConfig(Map.of("schema.registry.url", "mock://" + SCOPE));
  }

  @AfterEach
  void forgetSchemas() {
    SchemaRegistries.dropMock(SCOPE);
  }
}
