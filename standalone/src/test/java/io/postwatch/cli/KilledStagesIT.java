// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.awaitility.Awaitility.await;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stages as they are deployed: each a process of its own, beside a broker and a registry. */
@Tag("slow")
class KilledStagesIT {
  /** Another one, by {@code -Dpostwatch.seed=N}, kills others at other times. */
  private static final long SEED = Long.getLong("postwatch.seed", 20_260_101);

  private static final int POSTS = 20_000;
  private static final int KILLS_AS_POSTS_COME = 16;
  private static final int KILLS_AS_WINDOWS_CLOSE = 4;
  private static final Duration FLOW = Duration.ofSeconds(100);
  private static final Duration CLOSING = Duration.ofSeconds(8);
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final String BROKER = "serve";
  private static final List<String> STAGES = List.of("ingest", "enrich", "aggregate");

  private static final Instant FIRST_DAY = Instant.parse("2025-03-01T00:00:00Z");
  private static final Duration SPAN = Duration.ofDays(5);
  private static final Instant MUCH_LATER = Instant.parse("2025-05-01T00:00:00Z");

  /**
   * While a stage is down its partitions run apart by all that comes meanwhile, so no grace is
   * shorter than the whole of it, and nothing can be late. Windows close by the stream's time, when
   * posts of much later come.
   */
  private static final String SETTINGS =
      """
      kafka: {bootstrap.servers: "127.0.0.1:%d"}
      registry: {schema.registry.url: "http://127.0.0.1:%d"}
      streams: {%s}
      state-dir: %s
      ingest: {inputs: [%s], rescan-interval: 200ms}
      aggregate:
        grace:
          posted: {1m: 6d, 1h: 6d, 1d: 6d}
          seen: {1m: 10m, 1h: 10m, 1d: 10m}
        idle-after: 1h
      """;

  @TempDir Path directory;
  private final Random random = new Random(SEED);
  private final int brokerPort = freePort();
  private final int registryPort = freePort();
  private Path newsDirectory;
  private Path settings;

  @BeforeEach
  void write() throws IOException {
    newsDirectory = Files.createDirectory(directory.resolve("news"));
    settings =
        Files.writeString(
            directory.resolve("postwatch.yaml"),
            SETTINGS.formatted(
                brokerPort, registryPort, membership(), directory.resolve("state"), newsDirectory));
  }

  /** Nameless, a killed process's work lies idle for 10 s; by name it is taken up at once. */
  private String membership() {
    return random.nextBoolean() ? "group.instance.id: one" : "";
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void everyPostIsCountedOnceThoughStagesAndBrokerAreKilledTwentyTimes() throws Exception {
    List<Sighting> first = NewsWire.ofEachKind(0, FIRST_DAY, random);
    List<Sighting> news =
        NewsWire.sightings(first.size(), POSTS - first.size(), FIRST_DAY, SPAN, random);
    List<Sighting> last = NewsWire.ofEachKind(POSTS, MUCH_LATER, random);
    Published published =
        new Published(
            KafkaSettings.from(Settings.load(Optional.of(settings), Map.of(), Map.of())),
            MUCH_LATER);

    try (Supervisor supervisor =
            new Supervisor(Path.of("target", "killed-stages-" + SEED + ".log"));
        NewsWire wire = new NewsWire(newsDirectory)) {
      // There from the start, since a directory that is empty is a dead letter.
      wire.write("first.jsonl", first);
      start(supervisor);
      CompletableFuture<Void> sent = wire.send(news, FLOW);
      killAtRandom(supervisor, KILLS_AS_POSTS_COME, FLOW);
      sent.get();
      published.awaitCounts(together(first, news));
      wire.write("last.jsonl", last);
      killAtRandom(supervisor, KILLS_AS_WINDOWS_CLOSE, CLOSING);
      published.awaitFinalCounts(together(first, news, last));

      published.requireEachOnce(together(first, news, last));
      published.requireCounts(together(first, news, last));
    }
  }

  private void start(Supervisor supervisor) throws IOException {
    supervisor.keep(
        BROKER,
        "serve",
        "--port",
        brokerPort,
        "--registry-port",
        registryPort,
        "--data-dir",
        directory.resolve("data"));
    for (String stage : STAGES) {
      supervisor.keep(stage, stage, "--config", settings);
    }
    for (String stage : STAGES) {
      await().atMost(SOON).until(() -> supervisor.said(stage).contains(stage + " is running"));
    }
  }

  /** Kills, at any moment, whichever process it is, also one that starts; ends with the last. */
  private void killAtRandom(Supervisor supervisor, int kills, Duration span) throws Exception {
    List<String> victims = new ArrayList<>(STAGES);
    victims.add(BROKER);
    CompletableFuture.allOf(
            IntStream.range(0, kills)
                .mapToObj(
                    kill ->
                        supervisor.killAfter(
                            Duration.ofMillis(random.nextLong(span.toMillis())),
                            victims.get(random.nextInt(victims.size()))))
                .toArray(CompletableFuture[]::new))
        .get();
  }

  @SafeVarargs
  private static List<Sighting> together(List<Sighting>... parts) {
    List<Sighting> all = new ArrayList<>();
    for (List<Sighting> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /**
   * A port below those that the system gives to clients: one of these could else take the port of a
   * broker that is down, even in trying to reach it.
   */
  private static int freePort() {
    Random random = new Random();
    while (true) {
      try (ServerSocket socket =
          new ServerSocket(random.nextInt(10_000, 30_000), 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        continue;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
