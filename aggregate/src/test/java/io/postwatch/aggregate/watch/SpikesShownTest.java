// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.watch.SpikeRun.PER_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.ViewRun;
import io.postwatch.aggregate.api.Described;
import io.postwatch.aggregate.query.Page;
import io.postwatch.aggregate.query.PlaceNames;
import io.postwatch.aggregate.query.RisingQuestion;
import io.postwatch.aggregate.query.Shown;
import io.postwatch.aggregate.query.SpikePosition;
import io.postwatch.aggregate.query.SpikesQuestion;
import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.aggregate.view.View;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.Spike;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What rises now, and what spikes there were. */
class SpikesShownTest {
  private static final int DAY_5 = 5 * PER_DAY;
  private static final IncidentPlace NORVIK =
      IncidentPlace.newBuilder(city(7, "Norvik", "NO")).setLatitude(60.5).setLongitude(5.0).build();

  private final View view = ViewRun.view();
  private final SpikeRun run = SpikeRun.showing(view);

  @AfterEach
  void stop() {
    run.close();
    view.close();
  }

  @Test
  void whatRisesNowIsToldBeforeItsIntervalHasEndedAndWhatIsAsUsualComesLater() {
    run.hum(0, DAY_5);
    run.see(DAY_5, 40, post -> at(post, NORVIK));

    List<RisingQuestion.Item> rising = rising(Set.of(), Optional.empty());

    assertThat(run.told()).isEmpty();
    assertThat(rising).extracting(RisingQuestion.Item::place).containsOnly(null, "NO", "7");
    RisingQuestion.Item norvik = rising("7");
    assertThat(norvik.topic()).isEqualTo("protest");
    assertThat(norvik.placeName()).isEqualTo("Norvik");
    assertThat(norvik.observed()).isEqualTo(40);
    assertThat(norvik.expected()).isBetween(0.0, 1.0);
    assertThat(norvik.ratio()).isGreaterThan(40);
    assertThat(norvik.score()).isPositive();
    assertThat(norvik.since()).isEqualTo(SpikeRun.at(DAY_5));
    assertThat(norvik.spike()).isFalse();
    assertThat(norvik.minutes()).hasSize(12).endsWith(0L, 40L);
    RisingQuestion.Item everywhere = rising.get(rising.size() - 1);
    assertThat(everywhere.place()).isNull();
    assertThat(everywhere.observed()).isEqualTo(51);
    assertThat(everywhere.expected()).isCloseTo(11, within(1.5));
  }

  @Test
  void untilTwoDaysHaveBeenSeenWhatIsUsualIsSaidToBeAGuess() {
    run.hum(0, 6);

    assertThat(rising("").learning()).isTrue();

    run.hum(7, DAY_5);

    assertThat(rising("").learning()).isFalse();
  }

  @Test
  void aSeriesThatIsAsUsualHasALowScore() {
    run.hum(0, DAY_5);

    RisingQuestion.Item everywhere = rising(Set.of(), Optional.of("")).get(0);

    assertThat(everywhere.observed()).isEqualTo(12);
    assertThat(everywhere.ratio()).isCloseTo(1, within(0.15));
    assertThat(everywhere.score()).isNegative();
  }

  @Test
  void aSpikeThatWasToldIsMarkedUntilItIsOver() {
    run.hum(0, DAY_5);
    run.see(DAY_5, 40, post -> at(post, NORVIK));
    run.hum(DAY_5 + 1, DAY_5 + 4);

    assertThat(rising("7").spike()).isTrue();
    assertThat(rising("7").minutes()).endsWith(40L, 0L, 0L, 0L);
  }

  @Test
  void whatWasSilentForAnHourDoesNotRise() {
    run.hum(0, DAY_5);
    run.see(DAY_5, 40, post -> at(post, NORVIK));
    run.hum(DAY_5 + 1, DAY_5 + 14);

    assertThat(rising(Set.of(), Optional.empty()))
        .extracting(RisingQuestion.Item::place)
        .containsExactly((String) null);
  }

  @Test
  void onlyWhatIsAskedForIsTold() {
    run.hum(0, DAY_5);
    run.see(DAY_5, 40, post -> at(post, NORVIK));

    assertThat(rising(Set.of("flood"), Optional.empty())).isEmpty();
    assertThat(rising(Set.of("protest"), Optional.of("NO"))).hasSize(1);
  }

  @Test
  void ofEachSpikeTheLatestIsRememberedTheOneThatBeganLastFirst() {
    run.hum(0, DAY_5);
    for (int i = 0; i < 3; i++) {
      run.see(DAY_5 + i, 40, post -> at(post, NORVIK));
    }
    run.hum(DAY_5 + 3, DAY_5 + 2 * PER_DAY);
    run.see(DAY_5 + 2 * PER_DAY, 60, post -> post);
    run.hum(DAY_5 + 2 * PER_DAY + 1, DAY_5 + 2 * PER_DAY + 3);

    List<ObjectNode> all = spikes(asked(Optional.empty(), Optional.empty()));
    List<Spike> told = run.told("7");

    assertThat(all).extracting(spike -> spike.get("place").asText()).contains("7", "NO", "null");
    assertThat(all.get(0).get("start").textValue())
        .isEqualTo(SpikeRun.at(DAY_5 + 2 * PER_DAY).toString());
    assertThat(all.get(0).get("isOver").booleanValue()).isFalse();
    List<ObjectNode> ofNorvik = spikes(asked(Optional.of("7"), Optional.empty()));
    assertThat(ofNorvik).hasSize(1);
    assertThat(ofNorvik.get(0).get("observed").longValue())
        .isEqualTo(told.get(told.size() - 1).getObserved());
    assertThat(ofNorvik.get(0).get("isOver").booleanValue()).isTrue();
    assertThat(ofNorvik.get(0).get("latitude").doubleValue()).isEqualTo(60.5);
    assertThat(spikes(asked(Optional.empty(), Optional.of(true))))
        .allMatch(spike -> !spike.get("isOver").booleanValue());
  }

  @Test
  void aSpikeIsForgottenAMonthAfterItBegan() {
    run.hum(0, DAY_5);
    run.see(DAY_5, 40, post -> at(post, NORVIK));
    run.hum(DAY_5 + 1, DAY_5 + 31 * PER_DAY);
    run.see(DAY_5 + 31 * PER_DAY, 60, post -> post);
    run.hum(DAY_5 + 31 * PER_DAY + 1, DAY_5 + 31 * PER_DAY + 3);

    assertThat(spikes(asked(Optional.empty(), Optional.empty())))
        .extracting(spike -> spike.get("start").textValue())
        .containsOnly(SpikeRun.at(DAY_5 + 31 * PER_DAY).toString());
  }

  private RisingQuestion.Item rising(String place) {
    return rising(Set.of(), Optional.of(place)).get(0);
  }

  private List<RisingQuestion.Item> rising(Set<String> topics, Optional<String> place) {
    RisingQuestion question =
        new RisingQuestion(
            SpikeRules.USUAL, PlaceNames.NONE, topics, place, new Page.Cut(0, 1_000));
    Page page = question.whole(List.of(question.part(run.state())));
    assertThat(Described.listFaults("/rising", page)).isEmpty();
    return page.items().stream().map(RisingQuestion.Item.class::cast).toList();
  }

  private SpikesQuestion asked(Optional<String> place, Optional<Boolean> lasting) {
    return asked(place, lasting, Optional.empty());
  }

  private SpikesQuestion asked(
      Optional<String> place, Optional<Boolean> lasting, Optional<SpikePosition> after) {
    Shown shown = new Shown(view, InstantSource.fixed(Instant.EPOCH));
    return new SpikesQuestion(shown, Set.of(), place, 0, Long.MAX_VALUE, lasting, after, 1);
  }

  /** All of them, page by page. */
  private List<ObjectNode> spikes(SpikesQuestion first) {
    List<ObjectNode> all = new ArrayList<>();
    Page page = first.whole(List.of(first.part(run.state())));
    page.items().forEach(spike -> all.add((ObjectNode) spike));
    assertThat(Described.listFaults("/spikes", page)).isEmpty();
    while (!page.next().isEmpty()) {
      SpikesQuestion next =
          asked(first.place(), first.lasting(), Optional.of(SpikePosition.of(page.next())));
      page = next.whole(List.of(next.part(run.state())));
      page.items().forEach(spike -> all.add((ObjectNode) spike));
    }
    return all;
  }
}
