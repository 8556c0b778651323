// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.Settings;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which Kafka and which schema registry. */
final class ConnectionOptions {
  @Mixin private SettingsOptions settings;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Kafka brokers, comma-separated.")
  private String bootstrapServers;

  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      description = "Schema registry that speaks Confluent's REST API.")
  private String schemaRegistry;

  Settings load() {
    return load(Map.of());
  }

  /** Settings with {@code options} and the addresses that were given over them. */
  Settings load(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    if (bootstrapServers != null) {
      all.put("kafka.bootstrap.servers", bootstrapServers);
    }
    if (schemaRegistry != null) {
      all.put("registry.schema.registry.url", schemaRegistry);
    }
    return settings.load(all);
  }
}
