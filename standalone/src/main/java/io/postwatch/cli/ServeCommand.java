// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.standalone.LocalCluster;
import io.postwatch.topics.Topics;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description =
        "Run a Kafka broker with Postwatch's topics and a schema registry, for trying clients.")
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "9092",
      description = "Port of the broker, 0 for a free one; default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--registry-port",
      defaultValue = "8081",
      description = "Port of the registry, 0 for a free one; default: ${DEFAULT-VALUE}.")
  private int registryPort;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Keep everything here; without it all is thrown away at the end.")
  private Path dataDirectory;

  @Mixin private SettingsOptions settings;

  @Override
  public Integer call() throws Exception {
    try (LocalCluster cluster =
        LocalCluster.start(Optional.ofNullable(dataDirectory), port, registryPort)) {
      try (TopicAdmin admin =
          new TopicAdmin(KafkaSettings.from(settings.load(cluster.settings())))) {
        admin.create(Topics.ALL);
      }
      try (Output out = new Output()) {
        out.line("bootstrap.servers=" + cluster.bootstrapServers());
        out.line("schema.registry.url=" + cluster.registryUrl());
      }
      System.err.println("Ctrl-C stops");
      StopSignal.await(cluster::close);
      return 0;
    }
  }
}
