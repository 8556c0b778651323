// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postwatch.standalone.LocalCluster;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogFormatIT {
  @Test
  void aStageLogsOneJsonObjectALineWhereAsked() throws Exception {
    try (LocalCluster cluster = LocalCluster.start(Optional.empty(), 0, 0);
        PostwatchProcess process =
            PostwatchProcess.start(
                "enrich",
                "--log-format",
                "json",
                "--bootstrap-servers",
                cluster.bootstrapServers(),
                "--schema-registry",
                cluster.registryUrl())) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> process.err().contains("enrich is running"));

      for (String line : process.err().lines().toList()) {
        JsonNode event = new ObjectMapper().readTree(line);
        assertThat(event.isObject()).as(line).isTrue();
        assertThat(event.get("level").asText()).isNotEmpty();
      }
      process.stop();
      assertThat(process.result().status()).isIn(0, 143);
    }
  }

  @Test
  void aFormatThatThereIsNotIsWrongUsage() throws Exception {
    PostwatchProcess.Result result = PostwatchProcess.run("extract", "--log-format", "xml", "x");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err().lines())
        .containsExactly(
            "postwatch: command line: logging.format: expected one of json, text, got 'xml'");
  }
}
