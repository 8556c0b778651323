// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Entity;
import io.postwatch.schema.EntityType;
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
          Fire at a refinery in Pavlodar | KZ
          #AlmatyProtests go on | KZ
          #newyork is flooded | US
          Clashes in Donetsk and Luhansk | UA
          Взрывы в Харькове и Киеве | UA
          Новости из Алматы | KZ
          Mexicos new president | MX
          Springfield, Ohio, is calm | US
          Snow in New Mexico | US
          Paris, Texas, is a town | US
          He moved to Athens, GA | US
          Flood in Lebanon, Pennsylvania | US
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
          no news from belarus today | BY
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
        "HELP US NOW PLEASE",
        "Most of us are from nowhere",
        "Mr Houston met Sydney Smith",
        "The University of Georgia",
        "The White House said no",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Protests in Washington tonight | 4140963
          I love New York | 5128581
          New York Gov. Hochul said | 5128638
          Marches in Paris | 2988507
          A riot in Athens | 264371
          Fire in Alexandria, Virginia | 4744091
          Fire in Alexandria | 361058
          Shots in Alma-Ata | 1526384
          A rally in Birmingham | 2655603
          A strike in Santiago | 3871336
          """)
  void aNamesakeIsTakenAsAReaderWould(String text, long expected) {
    assertThat(find(text).get(0).getGeonameId()).isEqualTo(expected);
  }

  @Test
  void aNameLiesInThePlaceThatStandsBehindIt() {
    assertThat(find("From Paris, Texas, to Paris, France, and to Paris, Ontario"))
        .filteredOn(place -> place.getText().equals("Paris"))
        .extracting(PlaceMention::getCountry, PlaceMention::getAdmin1)
        .containsExactly(
            tuple("US", "Texas"), tuple("FR", "Île-de-France"), tuple("CA", "Ontario"));
  }

  @Test
  void aTaggersNamesTellPeopleAndBodiesFromPlaces() {
    PostText post = PostText.of("Goma says hello");
    Entity goma = new Entity("Goma", EntityType.LOCATION, 0, 4);

    assertThat(find(post, new NameTags(List.of(List.of(goma))))).hasSize(1);
    goma.setType(EntityType.PERSON);
    assertThat(find(post, new NameTags(List.of(List.of(goma))))).isEmpty();
    goma.setType(EntityType.ORGANIZATION);
    assertThat(find(post, new NameTags(List.of(List.of(goma))))).isEmpty();
  }

  private static List<PlaceMention> find(PostText post, NameTags tags) {
    return FINDER.find(List.of(post), tags, PlaceContext.NONE, 9).get(0);
  }

  @Test
  void textsOfOneDocumentShareWhatTheySay() {
    PostText town = PostText.of("Fire in Alexandria tonight");
    PostText region = PostText.of("Baton Rouge and Shreveport, Louisiana, sent help");

    List<List<PlaceMention>> found = FINDER.find(List.of(town, region), PlaceContext.NONE, 100);

    assertThat(found.get(0)).extracting(PlaceMention::getAdmin1).containsExactly("Louisiana");
    assertThat(found.get(1)).extracting(PlaceMention::getName).contains("Shreveport");
  }

  @Test
  void whatStandsAroundDoesNotOutvoteThePost() {
    PlaceContext title = PlaceContext.ofArticle(null, "Protests from Paris to Astana", null);

    List<PlaceMention> found =
        FINDER.find(PostText.of("Strike in Santiago. All of #Chile is with us"), title, 100);

    assertThat(found).extracting(PlaceMention::getCountry).containsExactly("CL", "CL");
  }

  @Test
  void whatStandsAroundTellsButIsNotFound() {
    PlaceContext title =
        PlaceContext.ofArticle(null, "Louisiana: flood in Shreveport and Baton Rouge", null);

    List<PlaceMention> found = FINDER.find(PostText.of("Fire in Alexandria tonight"), title, 100);

    assertThat(found).extracting(PlaceMention::getAdmin1).containsExactly("Louisiana");
  }

  @Test
  void everyCandidateIsGivenWithItsProbability() {
    Explanation name =
        FINDER
            .explain(
                List.of(PostText.of("Fire in Alexandria")), NameTags.NONE, PlaceContext.NONE, 100)
            .get(0);

    assertThat(name.words()).isEqualTo("Alexandria");
    assertThat(name.likeliest().place().country()).isEqualTo("EG");
    assertThat(name.candidates()).hasSizeGreaterThan(5);
    assertThat(name.candidates().stream().mapToDouble(Explanation.Candidate::probability).sum())
        .isCloseTo(1, within(1e-9));
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
  void aCountryStandsAtItsMiddle() {
    PlaceMention place = find("Quiet in Namibia").get(0);

    assertThat(place.getKind()).isEqualTo("COUNTRY");
    assertThat(place.getGeonameId()).isEqualTo(3355338L);
    assertThat(place.getLatitude()).isBetween(-23.0, -21.0);
    assertThat(place.getLongitude()).isBetween(16.0, 18.0);
  }

  @Test
  void aTownIsToldWithItsState() {
    PlaceMention place = find("Fire in Springfield, Ohio").get(0);

    assertThat(place.getKind()).isEqualTo("CITY");
    assertThat(place.getAdmin1()).isEqualTo("Ohio");
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
    assertThat(FINDER.find(PostText.of("Mali, Peru, Oman, Iraq"), PlaceContext.NONE, 2)).hasSize(2);
  }

  private static List<PlaceMention> find(String text) {
    return FINDER.find(PostText.of(text), PlaceContext.NONE, 100);
  }
}
