// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import static io.postwatch.schema.AlertStatus.DELIVERED;
import static io.postwatch.schema.AlertStatus.DROPPED;
import static io.postwatch.schema.AlertStatus.HELD;
import static io.postwatch.schema.AlertStatus.OPEN;
import static io.postwatch.schema.AlertStatus.SILENT;
import static io.postwatch.schema.AlertStatus.WAITING;

import io.postwatch.schema.AlertDelivery;
import io.postwatch.schema.AlertEvent;
import io.postwatch.schema.AlertStatus;
import io.postwatch.schema.Spike;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what is to be told of the spikes of some partitions, and sees to it that it is: all that
 * it does follows from the ledger, so that a successor goes on where it stopped. For one thread.
 */
final class AlertDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);

  /** How often it is looked whether a spike that did not meet a rule does by now. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  /** The ledger forgets what is old; a spike that lasts is to be known all the time. */
  private static final Duration KEEP_KNOWN = Duration.ofDays(7);

  /** Few, since each may take seconds when the counts are slow to answer. */
  private static final int MOST_LOOKED_AT_A_TURN = 5;

  /** How long counts that did not answer are left alone, so that spikes go on being read. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

  private static final Set<AlertStatus> TOLD = Set.of(DELIVERED, WAITING, SILENT);

  private final Supplier<AlertRules> rules;
  private final WatchListPosts posts;
  private final AlertLedger ledger;
  private final AlertSender sender;
  private final AlertSettings settings;
  private final Clock clock;
  private final Map<String, AlertQueue> queues = new HashMap<>();
  private final Map<AlertKey, AlertDelivery> open = new HashMap<>();
  private final Deque<AlertKey> toLookAt = new ArrayDeque<>();
  private Instant lookedAt = Instant.EPOCH;
  private Instant askAgainAt = Instant.EPOCH;

  AlertDesk(
      Supplier<AlertRules> rules,
      WatchListPosts posts,
      AlertLedger ledger,
      AlertSender sender,
      AlertSettings settings,
      Clock clock) {
    this.rules = rules;
    this.posts = posts;
    this.ledger = ledger;
    this.sender = sender;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes over what others have left undone of these partitions. */
  void assigned(Set<Integer> partitions) {
    List<AlertDelivery> left =
        ledger.all().filter(alert -> partitions.contains(alert.getPartition())).toList();
    for (AlertDelivery alert : left) {
      switch (alert.getStatus()) {
        case OPEN -> open.put(AlertKey.of(alert), alert);
        case WAITING, HELD -> queue(alert.getRule()).add(alert);
        default -> {
          // Done.
        }
      }
    }
  }

  /**
   * Leaves these partitions to others.
   *
   * @param patience how long what is on its way may take to arrive, so that nobody sends it again
   */
  void revoked(Set<Integer> partitions, Duration patience) {
    open.values().removeIf(alert -> partitions.contains(alert.getPartition()));
    queues.values().forEach(queue -> queue.leave(partitions, patience, now()));
  }

  /** How many alerts are to be sent, those held included. */
  int waiting() {
    return queues.values().stream().mapToInt(AlertQueue::size).sum();
  }

  /**
   * Decides what to tell of a spike.
   *
   * @param partition from which it was read
   */
  void read(Spike spike, int partition) {
    for (AlertRule rule : rules.get().rules()) {
      if (rule.filter().covers(spike)) {
        start(rule, spike, partition);
        if (spike.getEndedAt() != null && rule.on().contains(AlertEvent.END)) {
          end(rule, spike, partition);
        }
      }
    }
  }

  private void start(AlertRule rule, Spike spike, int partition) {
    AlertKey key = AlertKey.of(rule.name(), spike, AlertEvent.START);
    Optional<AlertDelivery> known = ledger.of(key);
    if (known.isEmpty()) {
      AlertDelivery alert = alert(rule, spike, AlertEvent.START, partition);
      if (isOld(spike) || spike.getEndedAt() != null) {
        record(alert, DROPPED, "it was no news when it was read");
      } else {
        decide(rule, alert, true);
      }
      return;
    }
    AlertDelivery before = known.get();
    AlertDelivery now = with(before, spike);
    switch (before.getStatus()) {
      case OPEN -> {
        if (spike.getEndedAt() == null) {
          decide(rule, now, false);
        } else {
          open.remove(key);
          record(now, DROPPED, "it ended without having met the rule");
        }
      }
      case WAITING, HELD -> {
        queue(rule.name()).replace(now);
        ledger.record(now);
      }
      default -> {
        if (before.getUpdatedAt().isBefore(now().minus(KEEP_KNOWN))) {
          ledger.record(now);
        }
      }
    }
  }

  private void end(AlertRule rule, Spike spike, int partition) {
    Optional<AlertDelivery> start = ledger.of(AlertKey.of(rule.name(), spike, AlertEvent.START));
    boolean isTold = start.filter(alert -> TOLD.contains(alert.getStatus())).isPresent();
    boolean isNew = ledger.of(AlertKey.of(rule.name(), spike, AlertEvent.END)).isEmpty();
    if (isTold && isNew && !isOld(spike)) {
      send(rule, alert(rule, spike, AlertEvent.END, partition));
    }
  }

  /** Whether too much time has passed since it was told. */
  private boolean isOld(Spike spike) {
    return spike.getUpdatedAt().isBefore(now().minus(settings.mostAge()));
  }

  private void decide(AlertRule rule, AlertDelivery alert, boolean isNew) {
    AlertKey key = AlertKey.of(alert);
    if (!isMet(rule, alert.getSpike())) {
      open.put(key, alert);
      if (isNew) {
        record(alert, OPEN, null);
      }
      return;
    }
    open.remove(key);
    if (rule.on().contains(AlertEvent.START)) {
      send(rule, alert);
    } else {
      record(alert, SILENT, null);
    }
  }

  private boolean isMet(AlertRule rule, Spike spike) {
    if (rule.filter().watchList().isPresent() && now().isBefore(askAgainAt)) {
      return false;
    }
    try {
      return rule.filter().isMetBy(spike, posts);
    } catch (RuntimeException e) {
      askAgainAt = now().plus(ASK_AGAIN);
      LOG.warn(
          "alert rule {}: the posts of its watch list cannot be counted now: {}",
          rule.name(),
          e.getMessage());
      return false;
    }
  }

  private void send(AlertRule rule, AlertDelivery alert) {
    AlertQueue queue = queue(rule.name());
    AlertDelivery due =
        AlertDelivery.newBuilder(alert).setStatus(WAITING).setDueAt(now()).setAttempts(0).build();
    if (queue.size() >= settings.mostWaiting()) {
      record(due, AlertStatus.FAILED, "%d alerts wait already".formatted(queue.size()));
      return;
    }
    record(due, WAITING, null);
    queue.add(due);
  }

  /**
   * Sends what is due, and keeps what came of what was sent; to be called several times a second.
   */
  void turn() {
    Instant now = now();
    AlertRules current = rules.get();
    if (toLookAt.isEmpty() && !now.isBefore(lookedAt.plus(LOOK_AGAIN))) {
      lookedAt = now;
      toLookAt.addAll(open.keySet());
    }
    for (int i = 0; i < MOST_LOOKED_AT_A_TURN && !toLookAt.isEmpty(); i++) {
      lookAgain(open.get(toLookAt.remove()), current);
    }
    queues.forEach((name, queue) -> queue.turn(current.named(name), now));
    queues.values().removeIf(AlertQueue::isEmpty);
  }

  /** A watch list's posts may come later than the spike that they take part in. */
  private void lookAgain(AlertDelivery alert, AlertRules current) {
    if (alert == null || isOld(alert.getSpike())) {
      return;
    }
    current
        .named(alert.getRule())
        .filter(rule -> rule.filter().watchList().isPresent())
        .filter(rule -> rule.filter().covers(alert.getSpike()))
        .ifPresent(rule -> decide(rule, alert, false));
  }

  private AlertQueue queue(String rule) {
    return queues.computeIfAbsent(rule, name -> new AlertQueue(name, ledger, sender, settings));
  }

  private AlertDelivery alert(AlertRule rule, Spike spike, AlertEvent event, int partition) {
    return AlertDelivery.newBuilder()
        .setRule(rule.name())
        .setEvent(event)
        .setStatus(OPEN)
        .setSpike(spike)
        .setPartition(partition)
        .setDueAt(now())
        .setUpdatedAt(now())
        .build();
  }

  private AlertDelivery with(AlertDelivery alert, Spike spike) {
    return AlertDelivery.newBuilder(alert).setSpike(spike).setUpdatedAt(now()).build();
  }

  private void record(AlertDelivery alert, AlertStatus status, String detail) {
    ledger.record(
        AlertDelivery.newBuilder(alert)
            .setStatus(status)
            .setDetail(detail)
            .setUpdatedAt(now())
            .build());
  }

  /** Records carry milliseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
