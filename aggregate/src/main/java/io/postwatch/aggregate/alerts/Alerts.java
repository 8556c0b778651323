// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.aggregate.alerts.AlertMessage.Kind;
import io.postwatch.runtime.Causes;
import io.postwatch.runtime.DeadLetters;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.WatchedFile;
import io.postwatch.runtime.metrics.Metric;
import io.postwatch.schema.AlertDelivery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people of spikes. A part of the stage that counts, and no condition of it: when Kafka is
 * away it waits, and the stage goes on.
 */
public final class Alerts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final long CLOSE_MILLIS = 20_000;

  private final Supplier<AlertRules> rules;
  private final AlertSettings settings;
  private final AlertSender sender;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile LatestDeliveries latest = new LatestDeliveries();
  private volatile int waiting;
  private Optional<Thread> thread = Optional.empty();
  private Optional<Metric.Shown> shown = Optional.empty();

  private Alerts(Supplier<AlertRules> rules, AlertSettings settings, AlertSender sender) {
    this.rules = rules;
    this.settings = settings;
    this.sender = sender;
  }

  /**
   * Reads the rules, and again whenever their file has changed; nobody is told anything yet.
   *
   * @throws io.postwatch.runtime.SettingsException when the file cannot be used
   */
  public static Alerts of(AlertConfig config) {
    return new Alerts(
        config.file().<Supplier<AlertRules>>map(Alerts::watched).orElse(() -> AlertRules.NONE),
        AlertSettings.usual(config.dashboard()),
        new WebhookSender());
  }

  private static WatchedFile<AlertRules> watched(Path file) {
    return new WatchedFile<>(
        file, AlertRulesFile::read, rules -> rules.rules().size() + " alert rules");
  }

  /** Begins to tell of the spikes that this instance is given to read. */
  public void start(KafkaSettings kafka, WatchListPosts posts) {
    Thread reading = new Thread(() -> run(kafka, posts), "alerts");
    reading.start();
    thread = Optional.of(reading);
    AlertQueue.expectMetrics();
    DeadLetters.expect(SpikeReader.GROUP, DeadLetters.Reason.UNREADABLE);
    shown = Optional.of(Metric.ALERTS_WAITING.gauge(() -> waiting));
  }

  private void run(KafkaSettings kafka, WatchListPosts posts) {
    Duration pause = FIRST_PAUSE;
    boolean isStopped = false;
    while (!isStopped) {
      Instant began = Instant.now();
      try (TopicLedger ledger = new TopicLedger(kafka)) {
        latest = ledger.latest();
        AlertDesk desk = new AlertDesk(rules, posts, ledger, sender, settings, Clock.systemUTC());
        try (SpikeReader reader = new SpikeReader(kafka, desk, ledger, now -> waiting = now)) {
          reader.run(() -> stop.getCount() == 0);
        }
      } catch (InterruptException e) {
        stop.countDown();
      } catch (KafkaException e) {
        LOG.warn("alerts stopped on {}; trying again", Causes.rootMessage(e));
      } catch (RuntimeException e) {
        LOG.error("alerts stopped on a fault; trying again", e);
      }
      boolean wentWell = Instant.now().isAfter(began.plus(LONGEST_PAUSE));
      pause = wentWell ? FIRST_PAUSE : pause;
      isStopped = isStoppedWithin(pause.toMillis());
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    }
  }

  private boolean isStoppedWithin(long millis) {
    try {
      return stop.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  AlertRules rules() {
    return rules.get();
  }

  /** What came of the last alert of a rule. */
  Optional<AlertDelivery> latest(String rule) {
    return latest.of(rule);
  }

  /** Sends an alert that says that it is a test, once. */
  CompletableFuture<Outcome> test(AlertRule rule) {
    AlertDelivery example = ExampleAlert.of(rule.name(), Clock.systemUTC().instant());
    return sender.send(
        rule.webhook(),
        new AlertMessage(
            AlertId.of(AlertKey.of(example).toString()),
            rule.name(),
            Kind.TEST,
            List.of(example),
            new DashboardLinks(settings.dashboard()),
            example.getUpdatedAt()));
  }

  /** Waits for what is on its way; the rest is a successor's. */
  @Override
  public void close() {
    stop.countDown();
    shown.ifPresent(Metric.Shown::close);
    thread.ifPresent(
        reading -> {
          try {
            reading.join(CLOSE_MILLIS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
