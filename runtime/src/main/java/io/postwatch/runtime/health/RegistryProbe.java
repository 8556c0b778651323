// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.health;

import io.postwatch.registry.RegistryException;
import io.postwatch.registry.RegistryUnavailableException;
import io.postwatch.registry.SchemaRegistries;
import io.postwatch.registry.SchemaRegistry;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.health.HealthCheck.Status;
import java.util.HashMap;
import java.util.Map;

/** Asks the schema registry for its compatibility level. */
final class RegistryProbe implements Probe {
  private static final Map<String, String> ONE_SHORT_TRY =
      Map.of(
          "schema.registry.max.retries", "0",
          "schema.registry.http.connect.timeout.ms", "2000",
          "schema.registry.http.read.timeout.ms", "2000");

  private static final int FORBIDDEN = 403;

  private final SchemaRegistry registry;

  RegistryProbe(KafkaSettings kafka) {
    Map<String, String> properties = new HashMap<>(kafka.registry());
    properties.putAll(ONE_SHORT_TRY);
    this.registry = SchemaRegistries.fromConfig(properties);
  }

  @Override
  public Status ask() {
    try {
      registry.globalLevel();
      return new Status(true, "answers");
    } catch (RegistryException e) {
      // Who may not read the level of all may still be let at the subjects of a stage.
      return new Status(
          e.httpStatus() == FORBIDDEN, "answers with status %d".formatted(e.httpStatus()));
    } catch (RegistryUnavailableException e) {
      return new Status(false, "no answer");
    }
  }
}
