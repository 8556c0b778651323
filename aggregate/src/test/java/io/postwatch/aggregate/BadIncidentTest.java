// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.article;
import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.country;
import static io.postwatch.aggregate.Incidents.edited;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.postedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** Hostile and broken incidents: refused whole, with a reason, and without a trace. */
class BadIncidentTest {
  private static final CountingRules RULES =
      new CountingRules(
          List.of(new WindowRule(Clock.POSTED, WindowSize.MINUTE, Duration.ofMinutes(10))),
          Duration.ofDays(1),
          Optional.empty(),
          Duration.ofDays(7),
          Lateness.DIVERT,
          Duration.ZERO,
          1_000);

  @Test
  void aPostMoreThanADayAfterItsIngestIsRefused() {
    Incident absurd =
        Incident.newBuilder(incident("1", "a"))
            .setPostedAt(NOON.plus(Duration.ofDays(1)).plusSeconds(31))
            .build();

    assertThat(refusal("protest", absurd))
        .isEqualTo(
            "postedAt 2031-05-07T12:00:31Z: expected from 1970 to 2031-05-07T12:00:30Z, PT24H after"
                + " it was seen");
  }

  @Test
  void aPostAndItsIngestBothInTheFutureAreRefused() {
    assertThat(refusal(postedAt(incident("1", "a"), Instant.parse("2300-01-01T00:00:00Z"))))
        .startsWith("postedAt 2300-01-01T00:00:00Z: expected from 1970 to 2031-05-07T12:01:00Z");
  }

  @Test
  void anIngestThatIsYetToComeIsRefused() {
    Incident absurd =
        Incident.newBuilder(incident("1", "a"))
            .setIngestedAt(Instant.parse("2031-05-08T00:00:00Z"))
            .build();

    assertThat(refusal(absurd))
        .isEqualTo(
            "ingestedAt 2031-05-08T00:00:00Z: expected none after 2031-05-07T12:01:00Z, PT24H from"
                + " now");
  }

  @Test
  void aPostBefore1970IsRefused() {
    assertThat(refusal(postedAt(incident("1", "a"), Instant.EPOCH.minusMillis(1))))
        .startsWith("postedAt 1969-12-31T23:59:59.999Z: expected from 1970 to");
    assertThat(refusal(postedAt(incident("1", "a"), Instant.ofEpochMilli(Long.MIN_VALUE))))
        .startsWith("postedAt -292275055-");
  }

  @Test
  void anEditInAFarFutureIsRefusedSinceNoOtherCouldReplaceIt() {
    try (AggregateRun run = AggregateRun.of(RULES)) {
      run.see(edited(incident("1", "a"), NOON.plus(Duration.ofDays(999))));

      assertThat(run.updates()).isEmpty();
      assertThat(run.refusals())
          .singleElement()
          .satisfies(why -> assertThat(why).startsWith("editedAt 2034-01-29T12:00:00Z: expected"));
    }
  }

  @Test
  void aRecordWithoutAValueIsRefused() {
    assertThat(refusal("protest", null)).isEqualTo("no value: expected an Incident");
  }

  @Test
  void anIncidentUnderTheKeyOfAnotherTopicIsRefusedSinceTwoTasksWouldCountIt() {
    assertThat(refusal("strike", incident("1", "a")))
        .isEqualTo("key \"strike\": expected the topic, \"protest\"");
    assertThat(refusal(null, incident("1", "a")))
        .isEqualTo("no key: expected the topic, \"protest\"");
  }

  @Test
  void identitiesThatAreBlankOrTooLongAreRefused() {
    Incident good = incident("1", "a");
    assertThat(refusal(Incident.newBuilder(good).setTopic(" ").build()))
        .isEqualTo("topic \" \": expected 1 to 256 characters, not blank");
    assertThat(refusal(Incident.newBuilder(good).setTopic("t".repeat(257)).build()))
        .isEqualTo("topic \"" + "t".repeat(80) + "…\": expected 1 to 256 characters, not blank");
    assertThat(refusal(Incident.newBuilder(good).setPostKey("").build())).startsWith("postKey");
    assertThat(refusal(Incident.newBuilder(good).setPostKey("k".repeat(513)).build()))
        .startsWith("postKey");
    assertThat(refusal(Incident.newBuilder(good).setArticle(article("", "o")).build()))
        .startsWith("article.key");
  }

  @Test
  void aCountryThatIsNoCodeIsRefused() {
    assertThat(refusal(at(incident("1", "a"), country("Norway", "Norway"))))
        .isEqualTo("place.country \"Norway\": expected an ISO 3166-1 alpha-2 code, such as KZ");
  }

  @Test
  void aRefusedIncidentMovesNoClockAndTheNextOneCounts() {
    try (AggregateRun run = AggregateRun.of(RULES)) {
      run.see(incident("1", "a"));
      run.see(postedAt(incident("2", "a"), Instant.parse("2300-01-01T00:00:00Z")));
      run.see(incident("3", "a"));
      run.pass(Duration.ofMillis(200));

      assertThat(run.count("", "1m").getPosts()).isEqualTo(2);
      assertThat(run.late()).isEmpty();
      assertThat(run.statuses()).isEmpty();
    }
  }

  @Test
  void aPostALittleInTheFutureCountsButDoesNotMoveTheClockPastItsIngest() {
    try (AggregateRun run = AggregateRun.of(RULES)) {
      run.see(incident("1", "a"));
      run.see(
          Incident.newBuilder(incident("2", "a"))
              .setPostedAt(NOON.plus(Duration.ofHours(20)))
              .build());
      run.see(incident("3", "a"));
      run.pass(Duration.ofMillis(200));

      assertThat(run.statuses()).hasSize(3).containsOnly("1m PROVISIONAL");
      assertThat(run.late()).isEmpty();
    }
  }

  @Test
  void longTextsAreCutAndLongAddressesLeftOut() {
    Incident wordy =
        Incident.newBuilder(incident("1", "a"))
            .setEvidence(Collections.nCopies(1000, new Span("😀".repeat(300), 0, 300)))
            .setUrl("https://x.example/" + "u".repeat(5000))
            .setHandle("h".repeat(5000))
            .build();
    try (AggregateRun run = AggregateRun.of(RULES)) {
      run.see(wordy);

      Evidence evidence = run.count("", "1m").getEvidence().get(0);
      assertThat(evidence.getText()).isEqualTo("😀".repeat(250));
      assertThat(evidence.getUrl()).isNull();
      assertThat(evidence.getHandle()).hasSize(100);
    }
  }

  private static String refusal(Incident incident) {
    return refusal(incident.getTopic(), incident);
  }

  /** Why a record is put aside; that nothing of it is counted is checked here. */
  private static String refusal(String key, Incident incident) {
    try (AggregateRun run = AggregateRun.of(RULES)) {
      run.see(new TestRecord<>(key, incident));
      assertThat(run.updates()).isEmpty();
      assertThat(run.late()).isEmpty();
      return run.refusals().get(0);
    }
  }
}
