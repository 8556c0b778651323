// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();

  @ParameterizedTest
  @CsvSource({
    "Almaty, 1526384",
    "Alma-Ata, 1526384",
    "Алматы, 1526384",
    "Astana, 1526273",
    "Nur-Sultan, 1526273",
    "Akmola, 1526273",
    "Kyiv, 703448",
    "Київ, 703448",
    "St Louis, 4407066",
    "Saint Louis, 4407066",
    "NYC, 5128581",
    "Астана, 1526273",
    "Нур-Султан, 1526273",
    "Алма-Ата, 1526384",
    "Kiev, 703448",
    "Киев, 703448",
    "القاهرة, 360630",
    "دمشق, 170654",
    "Αθήνα, 264371",
    "Leningrad, 498817",
    "Saigon, 1566083",
    "Bombay, 1275339",
    "Frunze, 1528675",
    "CDMX, 3530597",
    "Kazakhstan, 1522867",
    "Казахстан, 1522867",
    "Қазақстан, 1522867",
    "Swaziland, 934841",
    "Burma, 1327865",
    "Türkiye, 298795",
    "Kiribati, 4030945",
    "Texas, 4736286",
    "Calif, 5332921",
    "Scotland, 2638360"
  })
  void aPlaceIsFoundByEachOfItsNames(String name, long geonameId) {
    assertThat(places(name)).extracting(Place::geonameId).contains(geonameId);
  }

  @ParameterizedTest
  @CsvSource({
    "Kazakhs, KZ",
    "Congolese, CD",
    "казахстанский, KZ",
    "казахстанцы, KZ",
    "российских, RU",
    "украинское, UA",
    "українські, UA",
    "білоруської, BY",
    "американцев, US",
    // Also towns: Bolgar, Brits, Chekhov.
    "болгар, BG",
    "британцы, GB",
    "чехов, CZ"
  })
  void aDemonymMeansItsCountryFirst(String demonym, String country) {
    int name = name(demonym);

    assertThat(GAZETTEER.rank(name, 0)).isEqualTo(NameRank.DEMONYM);
    assertThat(GAZETTEER.kind(GAZETTEER.place(name, 0))).isEqualTo(PlaceKind.COUNTRY);
    assertThat(GAZETTEER.country(GAZETTEER.place(name, 0))).isEqualTo(country);
  }

  @ParameterizedTest
  @CsvSource({
    "Kazakhstan, PRIMARY",
    "Kasachstan, ALTERNATE",
    "Ala, ABBREVIATION",
    "UAE, ABBREVIATION",
    "NSW, ABBREVIATION",
    "NYC, ABBREVIATION",
    "W.Va, ABBREVIATION",
    "Texans, DEMONYM",
    "Moscou, ALTERNATE"
  })
  void aNameHasARank(String name, NameRank rank) {
    assertThat(GAZETTEER.rank(name(name), 0)).isEqualTo(rank);
  }

  @ParameterizedTest
  @CsvSource({"Tahrir Square, EG", "Tahrir, EG", "Heathrow, GB", "Maidan, UA", "Майдан, UA"})
  void aSiteInTheNewsComesBeforeATownOfItsName(String name, String country) {
    assertThat(places(name).get(0))
        .extracting(Place::kind, Place::country)
        .containsExactly(PlaceKind.SITE, country);
  }

  @Test
  void twoSitesOfOneNameAreBothKnown() {
    assertThat(places("Tahrir Square")).extracting(Place::country).containsExactly("EG", "IQ");
  }

  @ParameterizedTest
  @CsvSource({
    "newyork, New York",
    "sanfrancisco, San Francisco",
    "centralasia, Central Asia",
    "southafrica, South Africa",
    "tahrirsquare, Tahrir Square",
    "saintpetersburg, Saint Petersburg"
  })
  void aHashtagIsANameWrittenAsOneWord(String hashtag, String name) {
    assertThat(GAZETTEER.joined(hashtag)).isEqualTo(name(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Reading", "Mobile", "Of", "Most", "Split", "Van", "Nacional", "Правда"})
  void aNameThatIsAWordIsMarked(String name) {
    assertThat(GAZETTEER.is(name(name), Gazetteer.COMMON_WORD)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Astana", "Mumbai", "Sydney", "Dubai", "Kent", "Java", "Nur-Sultan"})
  void aNameThatIsNoEverydayWordIsNotMarked(String name) {
    assertThat(GAZETTEER.is(name(name), Gazetteer.COMMON_WORD)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"David, true", "Charlotte, true", "Jordan, true", "Almaty, false", "Paris, false"})
  void aNameThatPeopleHaveIsMarked(String name, boolean person) {
    assertThat(GAZETTEER.is(name(name), Gazetteer.PERSON)).isEqualTo(person);
  }

  @Test
  void theLargestOfNamesakesComesFirst() {
    List<Place> springfields = places("Springfield");

    assertThat(springfields).hasSizeGreaterThan(20);
    assertThat(springfields.get(0).population())
        .isGreaterThanOrEqualTo(springfields.get(1).population());
  }

  @Test
  void aTownKnowsItsStateAndCountry() {
    assertThat(places("Chattanooga"))
        .anySatisfy(
            town -> {
              assertThat(town.admin1()).isEqualTo("Tennessee");
              assertThat(town.country()).isEqualTo("US");
              assertThat(town.latitude()).isBetween(35.0, 35.1);
              assertThat(town.longitude()).isBetween(-85.4, -85.2);
            });
  }

  @Test
  void aRegionLiesInNoCountry() {
    assertThat(places("Central Asia"))
        .extracting(Place::kind, Place::country)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(PlaceKind.REGION, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"presidential palace", "european union", "csto", "qwertyuiop", "new"})
  void whatIsNoPlaceIsNoName(String words) {
    assertThat(name(words)).isNegative();
  }

  @Test
  void theBeginningOfALongerNameMayGoOn() {
    assertThat(GAZETTEER.mayGoOn(NameHash.word(NameHash.START, "new"))).isTrue();
    assertThat(GAZETTEER.mayGoOn(NameHash.word(NameHash.START, "qwertyuiop"))).isFalse();
  }

  @Property(tries = 1000)
  void anyWordsMayBeLookedUp(@ForAll String text) {
    long state = NameHash.START;
    for (Token token : Tokenizer.tokenize(text)) {
      state = NameHash.border(NameHash.word(state, token.norm()));
      assertThat(GAZETTEER.name(state)).isBetween(-1, GAZETTEER.names() - 1);
      assertThat(GAZETTEER.joined(token.norm())).isBetween(-1, GAZETTEER.names() - 1);
    }
  }

  private static int name(String words) {
    long state = NameHash.START;
    boolean first = true;
    for (Token token : Tokenizer.tokenize(words)) {
      state = NameHash.word(first ? state : NameHash.border(state), token.norm());
      first = false;
    }
    return GAZETTEER.name(state);
  }

  private static List<Place> places(String words) {
    int name = name(words);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < GAZETTEER.meanings(name); i++) {
      places.add(GAZETTEER.place(GAZETTEER.place(name, i)));
    }
    return places;
  }
}
