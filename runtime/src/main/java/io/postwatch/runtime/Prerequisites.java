// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import io.postwatch.registry.RegistryException;
import io.postwatch.registry.RegistryUnavailableException;
import io.postwatch.registry.SchemaRegistries;
import io.postwatch.registry.SchemaRegistry;
import io.postwatch.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a stage needs before it starts: its topics on the broker, and a registry that answers. */
public final class Prerequisites {
  private static final Logger LOG = LoggerFactory.getLogger(Prerequisites.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Often enough to see that the stage lives, seldom enough not to fill a log. */
  private static final Duration REMINDER = Duration.ofSeconds(30);

  private static final int FORBIDDEN = 403;

  /** Instead of the client's own patience: here each try is one, and says what it met. */
  private static final Map<String, String> ONE_SHORT_TRY =
      Map.of(
          "schema.registry.max.retries", "0",
          "schema.registry.http.connect.timeout.ms", "5000",
          "schema.registry.http.read.timeout.ms", "5000");

  private Prerequisites() {}

  /**
   * Creates the topics that are missing, checks the others' partitions, and waits for the registry.
   *
   * @throws StageException when the broker cannot be reached or refuses, a topic has another number
   *     of partitions, what is at the registry's address is none, or it stays away for longer than
   *     {@link KafkaSettings#registryWait}
   */
  public static void meet(KafkaSettings settings, Collection<Topic> topics)
      throws InterruptedException {
    try (TopicAdmin admin = new TopicAdmin(settings)) {
      admin.create(topics);
      List<String> wrong = admin.wrongPartitions(topics);
      if (!wrong.isEmpty()) {
        throw new StageException(
            "Kafka at "
                + settings.bootstrapServers()
                + ": "
                + String.join("; ", wrong)
                + " (topics.partitions)");
      }
    }
    awaitRegistry(settings);
  }

  /** A registry that is away may come; an address at which something else answers stays wrong. */
  private static void awaitRegistry(KafkaSettings settings) throws InterruptedException {
    Map<String, String> properties = new HashMap<>(settings.registry());
    properties.putAll(ONE_SHORT_TRY);
    SchemaRegistry registry = SchemaRegistries.fromConfig(properties);
    Instant deadline = Instant.now().plus(settings.registryWait());
    Instant nextReminder = Instant.MIN;
    while (true) {
      try {
        registry.globalLevel();
        return;
      } catch (RegistryException e) {
        if (e.httpStatus() == FORBIDDEN) {
          // Whoever may not read the level of all may still be let at the subjects of a stage.
          return;
        }
        throw new StageException(
            "no schema registry at " + settings.registryUrl() + ": " + e.getMessage(), e);
      } catch (RegistryUnavailableException e) {
        Instant now = Instant.now();
        if (now.isAfter(deadline)) {
          throw new StageException(
              e.getMessage() + "; gave up after " + settings.registryWait().toSeconds() + " s", e);
        }
        if (now.isAfter(nextReminder)) {
          LOG.warn("waiting for the {}", e.getMessage());
          nextReminder = now.plus(REMINDER);
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    }
  }
}
