// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
  @TempDir Path directory;

  @Test
  void keepsItsTopicsAcrossRestarts() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        Admin admin = admin(broker)) {
      admin
          .createTopics(List.of(new NewTopic("kept", 2, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        Admin admin = admin(broker)) {
      assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains("kept");
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (ReservedPort taken = new ReservedPort(0)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(directory, taken.number()))
          .hasMessageContaining("port " + taken.number() + " is taken");
    }
  }

  @Test
  void aDataDirectoryServesOneProcessAtATime() throws Exception {
    try (DataDirectory first = DataDirectory.open(directory)) {
      assertThat(first.kafka()).hasParentRaw(directory);
      assertThatThrownBy(() -> DataDirectory.open(directory))
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("in use");
    }
    DataDirectory.open(directory).close();
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
