// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postwatch.enrich.EnrichConfig;
import io.postwatch.enrich.EnrichStage;
import io.postwatch.ingest.IngestObserver;
import io.postwatch.ingest.Tally;
import io.postwatch.ops.OpsFiles;
import io.postwatch.ops.PromQl;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.Stage;
import io.postwatch.runtime.health.AnsweringStage;
import io.postwatch.runtime.metrics.Metric;
import io.postwatch.standalone.Newsroom.Post;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path directory;
  private static LocalCluster cluster;
  private static Pipeline pipeline;

  /** Nobody looks. */
  private static final class Unobserved implements IngestObserver {
    @Override
    public void progress(Tally tally) {}

    @Override
    public void unreadable(String name, String reason) {}
  }

  @BeforeAll
  static void watchArticles() throws Exception {
    Path articles = Files.createDirectory(directory.resolve("articles"));
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    Newsroom.article(
        articles.resolve("1.html"),
        "https://one.example/a",
        Post.at(now, 1, "nairobi_now", "Huge protest in Kenya today"));
    Files.writeString(articles.resolve("2.jsonl"), "{\"broken\n");
    cluster = LocalCluster.start(Optional.of(directory.resolve("data")), 0, 0);
    Map<String, String> settings = new HashMap<>(cluster.settings());
    settings.putAll(Pipeline.settings());
    settings.put("ingest.inputs", articles.toString());
    settings.put("http.port", "0");
    settings.put(
        "aggregate.alerts",
        Files.writeString(
                directory.resolve("alerts.yaml"),
                "alerts: [{name: desk, webhook: 'http://127.0.0.1:9/'}]")
            .toString());
    pipeline =
        Pipeline.start(
            Settings.load(Optional.empty(), Map.of(), settings), false, new Unobserved());
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(get("/health/ready").statusCode()).isEqualTo(200));
  }

  @AfterAll
  static void stop() {
    pipeline.close();
    cluster.close();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(pipeline.address().orElseThrow(), path);
  }

  private static HttpResponse<String> get(URI page, String path)
      throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(page.resolve(path)).build(), BodyHandlers.ofString());
  }

  private static String metrics() throws IOException, InterruptedException {
    return get("/metrics").body();
  }

  @Test
  void itIsReadyWhenAllThreeStagesBrokerAndRegistryAre() throws Exception {
    HttpResponse<String> ready = get("/health/ready");

    JsonNode health = JSON.readTree(ready.body());
    assertThat(ready.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(health.get("status").asText()).isEqualTo("UP");
    assertThat(health.get("checks").findValuesAsText("name"))
        .containsExactly("aggregate", "enrich", "ingest", "broker", "registry");
    assertThat(health.get("checks").findValuesAsText("status")).containsOnly("UP");
  }

  @Test
  void itIsAliveWhileNoStageHasFailed() throws Exception {
    HttpResponse<String> live = get("/health/live");

    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(live.body()).get("checks").findValuesAsText("name"))
        .containsExactly("aggregate", "enrich", "ingest");
  }

  @Test
  void whatTheStagesDoIsMeasured() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .contains("postwatch_documents_total 1.0")
                    .contains("postwatch_sightings_total{platform=\"x\"} 1.0")
                    .contains("postwatch_posts_total{platform=\"x\"} 1.0")
                    .contains("postwatch_incidents_total 1.0")
                    .contains(
                        "postwatch_dead_letters_total{reason=\"unreadable\",stage=\"ingest\"} 1.0")
                    .contains("postwatch_restoration_left{stage=\"postwatch-enrich\"} 0.0")
                    .containsPattern("postwatch_counts_total\\{clock=\"SEEN\"} [1-9]")
                    .containsPattern(
                        "postwatch_count_latency_seconds_count\\{clock=\"SEEN\"} [1-9]")
                    .containsPattern(
                        "postwatch_watermark_lag_seconds\\{clock=\"POSTED\",task=\"0_\\d\"} [1-9]")
                    .contains(
                        "postwatch_http_requests_seconds_count{method=\"GET\","
                            + "route=\"/health/ready\",status=\"200\"}"));
  }

  @Test
  void theClientsOfKafkaAreMeasured() throws Exception {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .contains(
                        "kafka_consumer_fetch_manager_records_lag{",
                        "topic=\"postwatch.incidents.v1\"",
                        "kafka_producer_record_send_total{",
                        "kafka_stream_thread_process_latency_max{",
                        "kafka_stream_state_put_latency_avg{",
                        "kafka_admin_client_request_total{")
                    .doesNotContain("postwatch_incidents_v1"));
  }

  @Test
  void everyMetricOfOurOwnHasHelpAndType() throws Exception {
    // Of a histogram Micrometer tells the highest value of late beside it.
    List<String> lines =
        metrics()
            .lines()
            .filter(line -> line.startsWith("# TYPE postwatch_") && !line.contains("_max "))
            .toList();

    assertThat(lines)
        .isNotEmpty()
        .isSubsetOf(
            List.of(Metric.values()).stream()
                .map(metric -> "# TYPE " + metric.exportedName() + " " + metric.type())
                .toList());
  }

  @Test
  void whatTheRulesAndTheDashboardInOpsAskForIsThere() throws Exception {
    Set<String> asked = new TreeSet<>();
    for (String expression : OpsFiles.expressions()) {
      asked.addAll(PromQl.metrics(expression));
    }
    // Prometheus itself says that.
    asked.remove("up");

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(names(metrics())).containsAll(asked));
  }

  private static Set<String> names(String metrics) {
    return metrics
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }

  @Test
  void aStageThatHasNoApiTellsHowItIs() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    URI address = URI.create("http://127.0.0.1:" + port);
    try (LocalCluster other = LocalCluster.start(Optional.empty(), 0, 0);
        Stage enrich =
            AnsweringStage.of("enrich", some -> EnrichStage.start(EnrichConfig.from(some)))
                .start(alone(other, port))) {
      assertThat(enrich.ended()).isNotDone();
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () -> assertThat(get(address, "/health/ready").statusCode()).isEqualTo(200));

      assertThat(get(address, "/health/live").body()).contains("\"name\":\"enrich\"");
      assertThat(get(address, "/metrics").body()).contains("postwatch_restoration_left");
      assertThat(get(address, "/api/v1/topics").statusCode()).isEqualTo(404);
    }
  }

  private static Settings alone(LocalCluster cluster, int port) {
    Map<String, String> given = new HashMap<>(cluster.settings());
    given.put("http.port", Integer.toString(port));
    return Settings.load(Optional.empty(), Map.of(), given);
  }

  @Test
  void aRouteThatIsNotThereIsNoLabel() throws Exception {
    for (int i = 0; i < 20; i++) {
      get("/invented-" + i);
    }

    await().untilAsserted(() -> assertThat(metrics()).contains("route=\"other\""));
    assertThat(metrics()).doesNotContain("invented");
  }
}
