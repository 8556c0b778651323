// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.country;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.IncidentPlace;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceRollUpTest {
  @Test
  void anIncidentWithoutAPlaceCountsOverAllPlacesOnly() {
    assertThat(PlaceRollUp.of(Optional.empty())).containsExactly(PlaceRollUp.EVERYWHERE);
  }

  @Test
  void aCityCountsForItselfItsCountryAndOverAll() {
    assertThat(PlaceRollUp.of(Optional.of(city(42, "Norvik", "NO"))))
        .containsExactly(
            PlaceRollUp.EVERYWHERE,
            new PlaceRollUp("NO", "Norway"),
            new PlaceRollUp("42", "Norvik"));
  }

  @Test
  void aCountryCountsUnderItsCodeAloneAndUnderItsUsualName() {
    IncidentPlace turkey = country("TR", "Republic of Türkiye");
    turkey.setGeonameId(298795L);

    assertThat(PlaceRollUp.of(Optional.of(turkey)))
        .containsExactly(PlaceRollUp.EVERYWHERE, new PlaceRollUp("TR", "Turkey"));
  }

  @Test
  void aPlaceInNoCountryCountsForItself() {
    assertThat(PlaceRollUp.of(Optional.of(city(99, "High Seas", null))))
        .containsExactly(PlaceRollUp.EVERYWHERE, new PlaceRollUp("99", "High Seas"));
  }

  @Test
  void aCountryThatIsNoMemberOfIsoHasItsNameToo() {
    assertThat(PlaceRollUp.of(Optional.of(country("XK", "Kosova"))))
        .contains(new PlaceRollUp("XK", "Kosovo"));
  }

  @Test
  void anUnknownCodeHasNoName() {
    assertThat(PlaceRollUp.of(Optional.of(country("QQ", "Nowhere"))))
        .contains(new PlaceRollUp("QQ", null));
  }
}
