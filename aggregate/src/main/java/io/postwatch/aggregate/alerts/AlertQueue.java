// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import static io.postwatch.schema.AlertStatus.DELIVERED;
import static io.postwatch.schema.AlertStatus.DROPPED;
import static io.postwatch.schema.AlertStatus.FAILED;
import static io.postwatch.schema.AlertStatus.HELD;

import io.postwatch.aggregate.alerts.AlertMessage.Kind;
import io.postwatch.runtime.metrics.Metric;
import io.postwatch.schema.AlertDelivery;
import io.postwatch.schema.AlertEvent;
import io.postwatch.schema.AlertStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be sent for one rule: one message at a time, so that a receiver that is slow is no
 * burden to others, nor overrun.
 */
final class AlertQueue {
  private static final Logger LOG = LoggerFactory.getLogger(AlertQueue.class);

  private static final String OUTCOME = "outcome";

  private final String rule;
  private final AlertLedger ledger;
  private final AlertSender sender;
  private final AlertSettings settings;
  private final Map<AlertKey, AlertDelivery> held = new LinkedHashMap<>();
  private final Deque<Parcel> parcels = new ArrayDeque<>();
  private Instant notBefore = Instant.MIN;
  private Parcel underWay;
  private CompletableFuture<Outcome> outcome;

  AlertQueue(String rule, AlertLedger ledger, AlertSender sender, AlertSettings settings) {
    this.rule = rule;
    this.ledger = ledger;
    this.sender = sender;
    this.settings = settings;
  }

  /** Shows that nothing has been sent yet. */
  static void expectMetrics() {
    Metric.ALERTS.counter(OUTCOME, "delivered");
    Metric.ALERTS.counter(OUTCOME, "failed");
    Metric.ALERT_RETRIES.counter();
  }

  /** What goes in one message. */
  private static final class Parcel {
    private final Map<AlertKey, AlertDelivery> alerts = new LinkedHashMap<>();
    private final Kind kind;
    private final Instant since;
    private final Backoff backoff;
    private int attempts;
    private Instant nextAt = Instant.MIN;

    Parcel(Kind kind, Collection<AlertDelivery> alerts, Instant since, Backoff backoff) {
      this.kind = kind;
      this.since = since;
      this.backoff = backoff;
      alerts.forEach(alert -> this.alerts.put(AlertKey.of(alert), alert));
    }

    void leave(Set<Integer> partitions) {
      alerts.values().removeIf(alert -> partitions.contains(alert.getPartition()));
    }

    /** The same for every try, and for a successor's. */
    String id() {
      String first = alerts.keySet().iterator().next().toString();
      return AlertId.of(kind == Kind.SUMMARY ? first + " and " + (alerts.size() - 1) : first);
    }
  }

  /** Takes an alert that is to be sent, or held until the quiet hours end. */
  void add(AlertDelivery alert) {
    if (alert.getStatus() == HELD) {
      held.put(AlertKey.of(alert), alert);
    } else {
      parcels.add(new Parcel(Kind.ALERT, List.of(alert), alert.getDueAt(), Backoff.of(settings)));
    }
  }

  /** Tells the newest of a spike that waits; of one under way it is too late. */
  void replace(AlertDelivery alert) {
    AlertKey key = AlertKey.of(alert);
    held.computeIfPresent(key, (any, before) -> alert);
    parcels.forEach(parcel -> parcel.alerts.computeIfPresent(key, (any, before) -> alert));
  }

  int size() {
    return held.size()
        + parcels.stream().mapToInt(parcel -> parcel.alerts.size()).sum()
        + (underWay == null ? 0 : underWay.alerts.size());
  }

  boolean isEmpty() {
    return size() == 0;
  }

  /** Leaves what is of these partitions to others. */
  void leave(Set<Integer> partitions, Duration patience, Instant now) {
    if (underWay != null
        && underWay.alerts.values().stream().anyMatch(a -> partitions.contains(a.getPartition()))) {
      await(patience);
      finish(now);
    }
    held.values().removeIf(alert -> partitions.contains(alert.getPartition()));
    parcels.forEach(parcel -> parcel.leave(partitions));
    parcels.removeIf(parcel -> parcel.alerts.isEmpty());
  }

  private void await(Duration patience) {
    try {
      outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("alert rule {}: whether an alert has arrived is not known", rule);
    }
  }

  /**
   * Goes on.
   *
   * @param current the rule as it is now; empty where it is gone
   */
  void turn(Optional<AlertRule> current, Instant now) {
    finish(now);
    if (current.isEmpty()) {
      giveUpAll(now);
      return;
    }
    AlertRule known = current.get();
    if (known.quiet().filter(hours -> hours.include(now)).isPresent()) {
      hold(now);
      return;
    }
    release(now);
    if (underWay == null && !now.isBefore(notBefore)) {
      parcels.stream()
          .filter(parcel -> !now.isBefore(parcel.nextAt))
          .findFirst()
          .ifPresent(parcel -> send(parcel, known, now));
    }
  }

  private void giveUpAll(Instant now) {
    held.values().forEach(alert -> record(alert, FAILED, 0, "its rule is gone", now));
    held.clear();
    for (Parcel parcel : parcels) {
      record(parcel, FAILED, "its rule is gone", now);
    }
    parcels.clear();
  }

  private void hold(Instant now) {
    for (Parcel parcel : parcels) {
      for (AlertDelivery alert : parcel.alerts.values()) {
        AlertDelivery kept = record(alert, HELD, 0, null, now);
        held.put(AlertKey.of(kept), kept);
      }
    }
    parcels.clear();
  }

  /** What began and ended unheard does not matter any more. */
  private void release(Instant now) {
    if (held.isEmpty()) {
      return;
    }
    List<AlertDelivery> matter = new ArrayList<>();
    for (AlertDelivery alert : held.values()) {
      if (alert.getEvent() == AlertEvent.START && alert.getSpike().getEndedAt() != null) {
        record(alert, DROPPED, 0, "it was over before the quiet hours were", now);
      } else {
        matter.add(alert);
      }
    }
    held.clear();
    if (!matter.isEmpty()) {
      parcels.addFirst(new Parcel(Kind.SUMMARY, matter, now, Backoff.of(settings)));
    }
  }

  private void send(Parcel parcel, AlertRule known, Instant now) {
    parcels.remove(parcel);
    underWay = parcel;
    parcel.attempts++;
    outcome =
        sender.send(
            known.webhook(),
            new AlertMessage(
                parcel.id(),
                rule,
                parcel.kind,
                List.copyOf(parcel.alerts.values()),
                new DashboardLinks(settings.dashboard()),
                now));
  }

  private void finish(Instant now) {
    if (underWay == null || !outcome.isDone()) {
      return;
    }
    Parcel parcel = underWay;
    Outcome result = outcome.join();
    underWay = null;
    switch (result.kind()) {
      case DELIVERED -> record(parcel, DELIVERED, result.detail(), now);
      case REFUSED -> record(parcel, FAILED, result.detail(), now);
      case NOT_NOW -> again(parcel, result, now);
    }
  }

  private void again(Parcel parcel, Outcome result, Instant now) {
    Metric.ALERT_RETRIES.counter().increment();
    Duration pause = parcel.backoff.after(parcel.attempts);
    result.retryAfter().ifPresent(wait -> notBefore = now.plus(min(wait, settings.giveUpAfter())));
    parcel.nextAt = now.plus(pause);
    Instant next = parcel.nextAt.isAfter(notBefore) ? parcel.nextAt : notBefore;
    if (next.isAfter(parcel.since.plus(settings.giveUpAfter()))) {
      record(
          parcel,
          FAILED,
          "given up after %d tries: %s".formatted(parcel.attempts, result.detail()),
          now);
    } else {
      parcels.add(parcel);
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void record(Parcel parcel, AlertStatus status, String detail, Instant now) {
    if (status == FAILED) {
      LOG.error("alert rule {}: {} not delivered: {}", rule, parcel.alerts.keySet(), detail);
    }
    parcel.alerts.values().forEach(alert -> record(alert, status, parcel.attempts, detail, now));
  }

  private AlertDelivery record(
      AlertDelivery alert, AlertStatus status, int attempts, String detail, Instant now) {
    if (status == DELIVERED || status == FAILED) {
      String label = status == DELIVERED ? "delivered" : "failed";
      Metric.ALERTS.counter(OUTCOME, label).increment();
    }
    AlertDelivery kept =
        AlertDelivery.newBuilder(alert)
            .setStatus(status)
            .setAttempts(attempts)
            .setDetail(detail)
            .setUpdatedAt(now)
            .build();
    ledger.record(kept);
    return kept;
  }
}
