// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.alerts.AlertMessage.Kind;
import io.postwatch.aggregate.alerts.SpikeFilter.Watched;
import io.postwatch.aggregate.alerts.Webhook.Format;
import io.postwatch.schema.AlertDelivery;
import io.postwatch.schema.AlertEvent;
import io.postwatch.schema.AlertStatus;
import io.postwatch.schema.Spike;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertDeskTest {
  private static final Instant NOON = Instant.parse("2026-04-16T12:00:00Z");
  private static final int PARTITION = 2;
  private static final Outcome DELIVERED = Outcome.of(Outcome.Kind.DELIVERED, "HTTP 200");
  private static final Outcome NOT_NOW = Outcome.of(Outcome.Kind.NOT_NOW, "HTTP 503");

  private final Memory ledger = new Memory();
  private final List<Sent> sent = new ArrayList<>();
  private final Map<String, Long> listed = new LinkedHashMap<>();
  private Instant now = NOON;
  private boolean countsFail;
  private int asked;
  private AlertRules rules = AlertRules.NONE;
  private AlertDesk desk = desk();

  /** A message on its way, until a test says what comes of it. */
  private record Sent(Webhook to, AlertMessage message, CompletableFuture<Outcome> outcome) {}

  /** What a topic would hold. */
  private static final class Memory implements AlertLedger {
    private final Map<String, AlertDelivery> known = new LinkedHashMap<>();

    @Override
    public Optional<AlertDelivery> of(AlertKey alert) {
      return Optional.ofNullable(known.get(alert.toString()));
    }

    @Override
    public Stream<AlertDelivery> all() {
      return List.copyOf(known.values()).stream();
    }

    @Override
    public void record(AlertDelivery alert) {
      known.put(AlertKey.of(alert).toString(), alert);
    }
  }

  private AlertDesk desk() {
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    return new AlertDesk(
        () -> rules,
        (start, list, topic, place) -> {
          asked++;
          if (countsFail) {
            throw new IllegalStateException("tasks are moving");
          }
          return listed.getOrDefault(list + "/" + topic + "/" + place, 0L);
        },
        ledger,
        this::send,
        AlertSettings.usual(Optional.empty()),
        clock);
  }

  private CompletableFuture<Outcome> send(Webhook to, AlertMessage message) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    sent.add(new Sent(to, message, outcome));
    return outcome;
  }

  private void rules(AlertRule... some) {
    rules = new AlertRules(List.of(some));
  }

  private static AlertRule rule(String name, AlertEvent... on) {
    return rule(name, any(), Optional.empty(), on);
  }

  private static AlertRule rule(
      String name, SpikeFilter filter, Optional<QuietHours> quiet, AlertEvent... on) {
    return new AlertRule(
        name,
        new Webhook(
            URI.create("https://" + name + ".example"), Format.JSON, Map.of(), Optional.empty()),
        filter,
        quiet,
        on.length == 0 ? Set.of(AlertEvent.START) : Set.of(on));
  }

  private static SpikeFilter any() {
    return new SpikeFilter(Set.of(), Set.of(), Optional.empty(), Optional.empty());
  }

  private static SpikeFilter listed(int leastPosts) {
    return new SpikeFilter(
        Set.of(), Set.of(), Optional.empty(), Optional.of(new Watched("desk", leastPosts)));
  }

  private static Spike.Builder flood(Instant at) {
    return Spikes.told("flood", "KE", NOON.minusSeconds(600), at);
  }

  private void read(Spike.Builder spike) {
    desk.read(spike.build(), PARTITION);
    desk.turn();
  }

  private void later(Duration time) {
    now = now.plus(time);
    desk.turn();
  }

  private void answer(Outcome outcome) {
    sent.get(sent.size() - 1).outcome().complete(outcome);
    desk.turn();
  }

  private void restart() {
    desk = desk();
    desk.assigned(Set.of(PARTITION));
    desk.turn();
  }

  private AlertStatus status(String rule, AlertEvent event) {
    return ledger.known.get(AlertKey.of(rule, flood(NOON).build(), event).toString()).getStatus();
  }

  @Test
  void aSpikeIsToldOnceHoweverOftenItGrows() {
    rules(rule("a"));

    read(flood(NOON));
    answer(DELIVERED);
    read(flood(NOON.plusSeconds(300)).setObserved(80));
    later(Duration.ofHours(3));
    read(flood(now).setObserved(500));

    assertThat(sent).hasSize(1);
    assertThat(status("a", AlertEvent.START)).isEqualTo(AlertStatus.DELIVERED);
  }

  @Test
  void norIsItToldAgainByASuccessor() {
    rules(rule("a"));
    read(flood(NOON));
    answer(DELIVERED);

    restart();
    read(flood(NOON.plusSeconds(300)));

    assertThat(sent).hasSize(1);
  }

  @Test
  void aSuccessorSendsWhatWasNotDelivered() {
    rules(rule("a"));
    read(flood(NOON));
    answer(NOT_NOW);

    restart();
    answer(DELIVERED);

    assertThat(sent).hasSize(2);
    assertThat(sent.get(1).message().id()).isEqualTo(sent.get(0).message().id());
    assertThat(status("a", AlertEvent.START)).isEqualTo(AlertStatus.DELIVERED);
  }

  @Test
  void eachRuleThatCoversASpikeIsToldOfIt() {
    SpikeFilter kenya =
        new SpikeFilter(Set.of("flood"), Set.of("KE"), Optional.of(3.0), Optional.empty());
    SpikeFilter strikes =
        new SpikeFilter(Set.of("strike"), Set.of(), Optional.empty(), Optional.empty());
    SpikeFilter everywhere =
        new SpikeFilter(Set.of(), Set.of(""), Optional.empty(), Optional.empty());
    rules(
        rule("kenya", kenya, Optional.empty()),
        rule("strikes", strikes, Optional.empty()),
        rule("everywhere", everywhere, Optional.empty()));

    read(flood(NOON));

    assertThat(sent).extracting(one -> one.message().rule()).containsExactly("kenya");
  }

  @Test
  void aSpikeIsToldWhenItsScoreIsHighEnough() {
    rules(
        rule(
            "a",
            new SpikeFilter(Set.of(), Set.of(), Optional.of(5.0), Optional.empty()),
            Optional.empty()));

    read(flood(NOON).setScore(4.9));
    assertThat(sent).isEmpty();
    restart();
    read(flood(NOON.plusSeconds(300)).setScore(5));

    assertThat(sent).hasSize(1);
  }

  @Test
  void aSpikeIsToldWhenEnoughPostsOfTheWatchListTakePart() {
    rules(rule("a", listed(3), Optional.empty()));
    listed.put("desk/flood/KE", 2L);

    read(flood(NOON));
    later(Duration.ofMinutes(2));
    assertThat(sent).isEmpty();

    listed.put("desk/flood/KE", 3L);
    later(Duration.ofMinutes(2));
    assertThat(sent).hasSize(1);
  }

  @Test
  void postsOfTheListOnAnotherTopicDoNotCount() {
    rules(rule("a", listed(1), Optional.empty()));
    listed.put("desk/strike/KE", 50L);
    listed.put("desk/flood/TZ", 50L);

    read(flood(NOON));
    later(Duration.ofMinutes(2));

    assertThat(sent).isEmpty();
    assertThat(status("a", AlertEvent.START)).isEqualTo(AlertStatus.OPEN);
  }

  @Test
  void countsThatDoNotAnswerAreAskedAgainLaterAndHoldNothingUp() {
    rules(rule("a", listed(1), Optional.empty()), rule("b"));
    listed.put("desk/flood/KE", 1L);
    countsFail = true;

    read(flood(NOON));
    read(Spikes.told("strike", "KE", NOON, NOON));
    assertThat(sent).extracting(one -> one.message().rule()).containsOnly("b");
    assertThat(asked).isEqualTo(1);

    countsFail = false;
    later(Duration.ofMinutes(2));
    assertThat(sent).extracting(one -> one.message().rule()).contains("a");
  }

  @Test
  void whatWasToldLongBeforeItIsReadIsNoNews() {
    rules(rule("a"));

    read(flood(NOON.minus(Duration.ofMinutes(61))));
    read(flood(NOON).setObserved(90));

    assertThat(sent).isEmpty();
    assertThat(status("a", AlertEvent.START)).isEqualTo(AlertStatus.DROPPED);
  }

  @Test
  void theEndIsToldToWhoWasToldTheStart() {
    rules(
        rule("both", AlertEvent.START, AlertEvent.END), rule("start"), rule("end", AlertEvent.END));
    read(flood(NOON));
    sent.forEach(one -> one.outcome().complete(DELIVERED));
    desk.turn();
    sent.clear();

    now = NOON.plus(Duration.ofHours(13));
    read(flood(now).setEndedAt(NOON));
    read(flood(now).setEndedAt(NOON));

    assertThat(sent)
        .extracting(one -> one.message().rule())
        .containsExactlyInAnyOrder("both", "end");
    assertThat(sent.get(0).message().alerts().get(0).getEvent()).isEqualTo(AlertEvent.END);
  }

  @Test
  void theEndOfWhatNobodyWasToldIsNotTold() {
    rules(rule("a", AlertEvent.START, AlertEvent.END));

    read(flood(NOON).setEndedAt(NOON.minusSeconds(60)));

    assertThat(sent).isEmpty();
  }

  @Test
  void whatFailsIsTriedAgainMoreAndMoreSeldomAndGivenUpAfterAnHour() {
    rules(rule("a"));
    read(flood(NOON));
    List<Duration> pauses = new ArrayList<>();
    Instant last = now;
    while (status("a", AlertEvent.START) == AlertStatus.WAITING) {
      answer(NOT_NOW);
      int tries = sent.size();
      while (sent.size() == tries && status("a", AlertEvent.START) == AlertStatus.WAITING) {
        later(Duration.ofMillis(500));
      }
      pauses.add(Duration.between(last, now));
      last = now;
    }

    assertThat(pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
    assertThat(pauses.get(5)).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(33));
    assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMinutes(5).plusSeconds(1)) < 0);
    assertThat(sent).hasSizeBetween(15, 40);
    assertThat(now).isBefore(NOON.plus(Duration.ofMinutes(61)));
    assertThat(ledger.known.values())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.getStatus()).isEqualTo(AlertStatus.FAILED);
              assertThat(alert.getDetail()).contains("given up", "HTTP 503");
            });
  }

  @Test
  void aReceiverThatAsksForTimeIsGivenIt() {
    rules(rule("a"));
    read(flood(NOON));

    answer(new Outcome(Outcome.Kind.NOT_NOW, "HTTP 429", Optional.of(Duration.ofMinutes(10))));
    read(Spikes.told("strike", "KE", NOON, NOON));
    later(Duration.ofMinutes(9));
    assertThat(sent).hasSize(1);

    later(Duration.ofMinutes(2));
    assertThat(sent).hasSize(2);
  }

  @Test
  void whatIsRefusedIsNotTriedAgain() {
    rules(rule("a"));
    read(flood(NOON));

    answer(Outcome.of(Outcome.Kind.REFUSED, "HTTP 404"));
    later(Duration.ofMinutes(30));

    assertThat(sent).hasSize(1);
    assertThat(status("a", AlertEvent.START)).isEqualTo(AlertStatus.FAILED);
  }

  @Test
  void aReceiverThatDoesNotAnswerDelaysNobodyElse() {
    rules(rule("slow"), rule("quick"));

    read(flood(NOON));
    read(Spikes.told("strike", "KE", NOON, NOON));
    sent.stream()
        .filter(one -> one.message().rule().equals("quick"))
        .forEach(one -> one.outcome().complete(DELIVERED));
    desk.turn();

    assertThat(sent).extracting(one -> one.message().rule()).containsOnlyOnce("slow");
    assertThat(sent.stream().filter(one -> one.message().rule().equals("quick"))).hasSize(2);
  }

  @Test
  void oneMessageThatIsNotTakenDelaysNoOtherOfItsRule() {
    rules(rule("a"));
    read(flood(NOON));
    answer(NOT_NOW);

    read(Spikes.told("strike", "KE", NOON, NOON));

    assertThat(sent).hasSize(2);
    assertThat(sent.get(1).message().alerts().get(0).getSpike().getTopic()).isEqualTo("strike");
  }

  @Test
  void noMoreThanAThousandWait() {
    rules(rule("a"));

    for (int i = 0; i < 1_010; i++) {
      desk.read(Spikes.told("topic" + i, "KE", NOON, NOON).build(), PARTITION);
    }

    assertThat(desk.waiting()).isEqualTo(1_000);
    assertThat(ledger.all().filter(alert -> alert.getStatus() == AlertStatus.FAILED)).hasSize(10);
  }

  private static final Optional<QuietHours> NIGHT =
      Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneOffset.UTC));

  private static Spike.Builder atNight(String topic) {
    Instant night = Instant.parse("2026-04-16T23:00:00Z");
    return Spikes.told(topic, "KE", night, night);
  }

  @Test
  void whatComesInQuietHoursIsToldInOneSummaryWhenTheyEnd() {
    rules(rule("a", any(), NIGHT));
    now = Instant.parse("2026-04-16T23:00:00Z");

    read(atNight("flood"));
    read(atNight("strike"));
    later(Duration.ofHours(7));
    assertThat(sent).isEmpty();
    later(Duration.ofHours(1));
    answer(DELIVERED);
    later(Duration.ofHours(1));

    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).message().kind()).isEqualTo(Kind.SUMMARY);
    assertThat(sent.get(0).message().alerts())
        .extracting(alert -> alert.getSpike().getTopic())
        .containsExactly("flood", "strike");
    assertThat(ledger.all()).allMatch(alert -> alert.getStatus() == AlertStatus.DELIVERED);
  }

  @Test
  void whatIsOverByThenIsLeftOutAndWhatGrewIsToldAsItIs() {
    rules(rule("a", any(), NIGHT, AlertEvent.START, AlertEvent.END));
    now = Instant.parse("2026-04-16T23:00:00Z");
    read(atNight("flood"));
    read(atNight("strike"));

    now = Instant.parse("2026-04-17T06:00:00Z");
    read(atNight("flood").setUpdatedAt(now).setEndedAt(now.minusSeconds(60)));
    read(atNight("strike").setUpdatedAt(now).setObserved(900));
    later(Duration.ofHours(2));

    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).message().alerts())
        .singleElement()
        .satisfies(alert -> assertThat(alert.getSpike().getObserved()).isEqualTo(900));
  }

  @Test
  void whatIsHeldIsHeldBySuccessorsToo() {
    rules(rule("a", any(), NIGHT));
    now = Instant.parse("2026-04-16T23:00:00Z");
    read(atNight("flood"));

    restart();
    later(Duration.ofHours(3));
    restart();
    assertThat(sent).isEmpty();
    later(Duration.ofHours(6));

    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).message().kind()).isEqualTo(Kind.SUMMARY);
  }

  @Test
  void whatIsLeftToOthersIsNotSentAnyMore() {
    rules(rule("a"));
    read(flood(NOON));
    answer(NOT_NOW);

    desk.revoked(Set.of(PARTITION), Duration.ZERO);
    later(Duration.ofMinutes(10));

    assertThat(sent).hasSize(1);
    assertThat(desk.waiting()).isZero();
  }

  @Test
  void whatIsOnItsWayIsWaitedForBeforeOthersTakeOver() {
    rules(rule("a"));
    read(flood(NOON));
    sent.get(0).outcome().completeAsync(() -> DELIVERED);

    desk.revoked(Set.of(PARTITION), Duration.ofSeconds(10));

    assertThat(status("a", AlertEvent.START)).isEqualTo(AlertStatus.DELIVERED);
  }

  @Test
  void anAlertWhoseRuleIsGoneIsGivenUp() {
    rules(rule("a"));
    read(flood(NOON));
    answer(NOT_NOW);

    rules = AlertRules.NONE;
    later(Duration.ofMinutes(1));

    assertThat(status("a", AlertEvent.START)).isEqualTo(AlertStatus.FAILED);
  }
}
