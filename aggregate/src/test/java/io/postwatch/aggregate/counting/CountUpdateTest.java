// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import static io.postwatch.aggregate.Incidents.claiming;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.killed;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.CountStatus;
import io.postwatch.schema.FigureModifier;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CountUpdateTest {
  private static final Instant T1 = Instant.parse("2031-01-01T00:00:01Z");
  private static final Instant T2 = Instant.parse("2031-01-01T00:00:02Z");
  private static final Novelty ALL = new Novelty(true, true, true, true, true);
  private static final Incident INCIDENT = incident("1", "a");

  private final IncidentCount one =
      CountUpdate.after(CountUpdate.empty(PlaceRollUp.EVERYWHERE, T1), INCIDENT, ALL, T1);

  @Test
  void aFirstSightingIsOneOfEach() {
    assertThat(one.getPosts()).isOne();
    assertThat(one.getSightings()).isOne();
    assertThat(one.getAuthors()).isOne();
    assertThat(one.getOutlets()).isOne();
    assertThat(one.getDistinctTexts()).isOne();
    assertThat(one.getStatus()).isEqualTo(CountStatus.PROVISIONAL);
    assertThat(one.getUpdatedAt()).isEqualTo(T1);
  }

  @Test
  void onlyWhatIsNewIsCounted() {
    IncidentCount two =
        CountUpdate.after(one, INCIDENT, new Novelty(false, true, false, true, false), T2);

    assertThat(two.getPosts()).isOne();
    assertThat(two.getSightings()).isEqualTo(2);
    assertThat(two.getAuthors()).isOne();
    assertThat(two.getOutlets()).isEqualTo(2);
    assertThat(two.getDistinctTexts()).isOne();
    assertThat(two.getEvidence()).hasSize(1);
    assertThat(two.getUpdatedAt()).isEqualTo(T2);
  }

  @Test
  void whatIsKnownChangesNothing() {
    assertThat(CountUpdate.after(one, INCIDENT, Novelty.NOTHING, T2)).isSameAs(one);
  }

  @Test
  void aHigherFigureOfAKnownSightingIsAChange() {
    Incident claim = claiming(INCIDENT, killed(3, FigureModifier.EXACT));

    IncidentCount changed = CountUpdate.after(one, claim, Novelty.NOTHING, T2);

    assertThat(changed.getFigures()).hasSize(1);
    assertThat(changed.getSightings()).isOne();
    assertThat(CountUpdate.after(changed, claim, Novelty.NOTHING, T2)).isSameAs(changed);
  }

  @Test
  void closingChangesTheStatusAndNothingElse() {
    IncidentCount closed = CountUpdate.closed(one, T2);

    assertThat(closed.getStatus()).isEqualTo(CountStatus.FINAL);
    assertThat(closed.getUpdatedAt()).isEqualTo(T2);
    closed.setStatus(one.getStatus());
    closed.setUpdatedAt(one.getUpdatedAt());
    assertThat(closed).isEqualTo(one);
  }

  @Test
  void whatChangesAClosedCountIsACorrectionHoweverOften() {
    IncidentCount corrected = CountUpdate.after(CountUpdate.closed(one, T1), INCIDENT, ALL, T2);

    assertThat(corrected.getStatus()).isEqualTo(CountStatus.CORRECTED);
    assertThat(CountUpdate.after(corrected, INCIDENT, ALL, T2).getStatus())
        .isEqualTo(CountStatus.CORRECTED);
  }

  @Test
  void theCountBeforeIsLeftAsItWas() {
    IncidentCount copy = IncidentCount.newBuilder(one).build();

    CountUpdate.after(one, claiming(incident("2", "b"), killed(3, FigureModifier.EXACT)), ALL, T2);
    CountUpdate.closed(one, T2);

    assertThat(one).isEqualTo(copy);
  }
}
