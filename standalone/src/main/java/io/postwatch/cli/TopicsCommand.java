// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "topics",
    description =
        "Create the topics of the catalogue that are missing, and check the settings of the rest.")
final class TopicsCommand implements Callable<Integer> {
  @Option(names = "--check", description = "Create nothing, only check.")
  private boolean checkOnly;

  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() throws InterruptedException {
    try (TopicAdmin admin = new TopicAdmin(KafkaSettings.from(connection.load()));
        Output out = new Output()) {
      List<String> created = checkOnly ? List.of() : admin.create(Topics.ALL);
      List<String> differences = admin.check(Topics.ALL);
      for (Topic topic : Topics.ALL) {
        out.line(topic.name() + ": " + state(topic, created, differences));
      }
      differences.forEach(line -> System.err.println("postwatch: " + line));
      return differences.isEmpty() ? 0 : 1;
    }
  }

  private static String state(Topic topic, List<String> created, List<String> differences) {
    if (created.contains(topic.name())) {
      return "created";
    }
    boolean differs = differences.stream().anyMatch(line -> line.startsWith(topic.name() + ":"));
    return differs ? "differs" : "ok";
  }
}
