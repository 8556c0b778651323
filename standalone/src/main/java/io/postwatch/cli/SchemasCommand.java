// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.registry.CompatibilityLevel;
import io.postwatch.registry.RegistryException;
import io.postwatch.registry.SchemaRegistries;
import io.postwatch.registry.SchemaRegistry;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import io.postwatch.runtime.StageException;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.avro.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "schemas",
    description =
        "Register the schemas of the published topics, each held to FULL_TRANSITIVE compatibility.")
final class SchemasCommand implements Callable<Integer> {
  @Option(
      names = "--check",
      description = "Register nothing, only check that the registry would accept each schema.")
  private boolean checkOnly;

  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    Map<String, String> settings = registrySettings(connection.load());
    try {
      return settleAll(SchemaRegistries.fromConfig(settings));
    } catch (RegistryException e) {
      throw new StageException(
          "schema registry at " + settings.get("schema.registry.url") + ": " + e.getMessage(), e);
    }
  }

  private int settleAll(SchemaRegistry registry) {
    int status = 0;
    try (Output out = new Output()) {
      for (Map.Entry<String, Schema> subject : subjects().entrySet()) {
        List<String> problems = problems(registry, subject.getKey(), subject.getValue());
        if (problems.isEmpty()) {
          out.line(
              subject.getKey() + ": " + settle(registry, subject.getKey(), subject.getValue()));
        } else {
          status = 1;
          out.line(subject.getKey() + ": incompatible");
          problems.forEach(p -> System.err.println("postwatch: " + subject.getKey() + ": " + p));
        }
      }
    }
    return status;
  }

  private static Map<String, String> registrySettings(Settings settings) {
    Map<String, String> registry = settings.section("registry");
    if (!registry.containsKey("schema.registry.url")) {
      throw new SettingsException(
          "settings: registry.schema.registry.url is missing; expected http://host:port (or"
              + " --schema-registry)");
    }
    return registry;
  }

  private static Map<String, Schema> subjects() {
    Map<String, Schema> subjects = new LinkedHashMap<>();
    for (Topic topic : Topics.ALL) {
      topic.keySchema().ifPresent(schema -> subjects.put(topic.keySubject(), schema));
      topic.valueSchema().ifPresent(schema -> subjects.put(topic.valueSubject(), schema));
    }
    return subjects;
  }

  private static List<String> problems(SchemaRegistry registry, String subject, Schema schema) {
    try {
      return registry.incompatibilities(subject, schema);
    } catch (RegistryException e) {
      if (e.httpStatus() == 404) {
        return List.of();
      }
      throw e;
    }
  }

  private String settle(SchemaRegistry registry, String subject, Schema schema) {
    if (checkOnly) {
      return "compatible";
    }
    registry.setLevel(subject, CompatibilityLevel.FULL_TRANSITIVE);
    return "id " + registry.register(subject, schema);
  }
}
