// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.PlaceMention;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceFinderTest {
  private static final PlaceFinder FINDER =
      PlaceFinder.withDefaults(List.of("European Union", "EU", "Bank of Japan"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Protests across Kazakhstan tonight | KZ
          Kazakhstan’s parliament met | KZ
          Marches in #Kazakhstan continue | KZ
          #KazakhstanProtests day three | KZ
          #StandWithUkraine | UA
          #southkorea votes | KR
          Kazakh police fired into the air | KZ
          Troops left Guinea-Bissau | GW
          A coup in Equatorial Guinea | GQ
          A coup in Guinea | GN
          Refugees in South Sudan | SS
          Missile test in North Korea | KP
          Floods in the Republic of the Congo | CG
          Fighting in the Democratic Republic of the Congo | CD
          Fighting in the DRC | CD
          Ivory Coast votes | CI
          Abidjan, Côte d’Ivoire | CI
          A vote in the U.S. Senate | US
          The US and the others | US
          Talks in the UK | GB
          Clashes in Northern Ireland | GB
          Farmers march in New Delhi | IN
          Wahlen in Kasachstan | KZ
          Élections au Sénégal | SN
          Протесты: Казахстан | KZ
          Київ сьогодні | UA
          كازاخستان | KZ
          Pristina, Kosovo, is calm | XK
          no news from niger or belarus today | BY
          Turkey's lira falls | TR
          Cuts in Jordan's north | JO
          In Jordan prices rise | JO
          Central London is closed | GB
          Protests in Tbilisi, Georgia | GE
          """)
  void oneCountryIsMeant(String text, String country) {
    assertThat(find(text)).extracting(PlaceMention::getCountry).containsOnly(country);
    assertThat(find(text)).allMatch(place -> place.getConfidence() >= 0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we had turkey for dinner",
        "a china plate for us",
        "my mate chad said hi",
        "Michael Jordan is back",
        "Jordan Smith scored",
        "Chad Wolf resigned",
        "George Washington slept here",
        "Denzel Washington at the Oscars",
        "Snow in New Mexico",
        "The Gulf of Mexico is warm",
        "Paris, Texas is a film",
        "Lebanon, Pennsylvania",
        "He moved to Athens, GA",
        "HELP US NOW PLEASE",
        "@Ukraine and @kazakhstan tweeted",
        "https://example.org/Kazakhstan?x=France",
        "see france.example.com/Spain",
        "The European Union and the EU",
        "The Bank of Japan raised rates",
        "I am learning to speak French",
        "The text is in Russian.",
        "A guinea pig called Bob",
        "Flying with Qatar Airways",
        "polish the car",
        "It is a man in a car"
      })
  void noPlaceIsMeant(String text) {
    assertThat(find(text)).isEmpty();
  }

  @Test
  void aNameThatIsMoreOftenSomethingElseIsBelievedByHalf() {
    assertThat(find("A storm over Georgia"))
        .singleElement()
        .satisfies(place -> assertThat(place.getConfidence()).isLessThan(0.5));
  }

  @Test
  void aCapitalHasItsCoordinates() {
    PlaceMention place = find("Shots in Nur-Sultan").get(0);

    assertThat(place.getName()).isEqualTo("Astana");
    assertThat(place.getText()).isEqualTo("Nur-Sultan");
    assertThat(place.getKind()).isEqualTo("CAPITAL");
    assertThat(place.getGeonameId()).isEqualTo(1526273L);
    assertThat(place.getLatitude()).isBetween(51.0, 51.3);
    assertThat(place.getLongitude()).isBetween(71.3, 71.6);
  }

  @Test
  void aCountryHasNoCoordinatesOfItsOwn() {
    PlaceMention place = find("Quiet in Namibia").get(0);

    assertThat(place.getKind()).isEqualTo("COUNTRY");
    assertThat(place.getGeonameId()).isNull();
    assertThat(place.getLatitude()).isNull();
    assertThat(place.getLongitude()).isNull();
  }

  @Test
  void aDemonymIsBelievedLessThanTheCountry() {
    double country = find("Calm in Chile").get(0).getConfidence();
    double demonym = find("Chilean students march").get(0).getConfidence();

    assertThat(demonym).isLessThan(country);
  }

  @Test
  void theSpanIsTheNameAlone() {
    PlaceMention place = find("In #Kazakhstan’s north").get(0);

    assertThat(place.getText()).isEqualTo("Kazakhstan");
    assertThat(place.getStart()).isEqualTo(4);
    assertThat(place.getEnd()).isEqualTo(14);
  }

  @Test
  void noMoreIsFoundThanAskedFor() {
    assertThat(FINDER.find(PostText.of("Mali, Peru, Oman, Iraq"), 2)).hasSize(2);
  }

  private static List<PlaceMention> find(String text) {
    return FINDER.find(PostText.of(text), 100);
  }
}
