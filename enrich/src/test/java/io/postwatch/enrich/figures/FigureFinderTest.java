// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Figure;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures are written KIND count MODIFIER unit, with a star where they are part of another. */
class FigureFinderTest {
  private static final FigureFinder FINDER = new FigureFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 people were killed in the flood | KILLED 12 EXACT people
          The storm killed 1,240 people | KILLED 1240 EXACT people
          1.240 people are dead | KILLED 1240 EXACT people
          843 000 people displaced | DISPLACED 843000 EXACT people
          88k evacuated, 1.5M homeless | DISPLACED 88000 EXACT people, DISPLACED 1500000 EXACT people
          More than 3 thousand people have been detained | DETAINED 3000 AT_LEAST people
          1,5 million people fled | DISPLACED 1500000 EXACT people
          5 lakh people were evacuated | DISPLACED 500000 EXACT people
          twenty-two miners are missing | MISSING 22 EXACT miner
          two hundred and ten houses were burned down | DAMAGED 210 EXACT house
          A dozen hikers were injured | INJURED 12 EXACT hiker
          more than two dozen farmers arrested | DETAINED 24 AT_LEAST farmer
          half a million people took to the streets | PROTESTERS 500000 EXACT people
          a couple of people were hurt | INJURED 2 EXACT people
          Dozens of sailors drowned | KILLED 12 AT_LEAST sailor
          #211deaths #72injured | KILLED 211 EXACT people, INJURED 72 EXACT people
          tens of people were wounded, 100s are missing | INJURED 10 AT_LEAST people, MISSING 100 AT_LEAST people
          Tens of thousands of residents fled | DISPLACED 10000 AT_LEAST resident
          Several hundred students marched | PROTESTERS 100 AT_LEAST student
          7 out of 10 sailors were kidnapped | DETAINED 7 EXACT sailor
          12 of the 20 hostages were killed | KILLED 12 EXACT hostage
          """)
  void aNumberIsReadInDigitsAndInWords(String text, String figures) {
    assertThat(found(text)).isEqualTo(figures);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Nearly 5k protesters in the square | PROTESTERS 5000 ABOUT protester
          An estimated 900 families were evacuated | DISPLACED 900 ABOUT family
          ~300 dead | KILLED 300 ABOUT people
          20 or so people were injured | INJURED 20 ABOUT people
          100+ dead | KILLED 100 AT_LEAST people
          20 or more were injured | INJURED 20 AT_LEAST people
          No fewer than six nurses died | KILLED 6 AT_LEAST nurse
          at least another 20 were hurt | INJURED 20 AT_LEAST people
          As many as 70 wounded | INJURED 70 AT_MOST people
          Up to 40 shops were looted and 15 destroyed | DAMAGED 15 EXACT shop
          The death toll is now up to 21 | KILLED 21 EXACT people
          Between 30 and 40 soldiers were wounded | INJURED 30-40 RANGE soldier
          Around 300-400 people were arrested | DETAINED 300-400 RANGE people
          two to three thousand protesters gathered | PROTESTERS 2000-3000 RANGE protester
          the death toll has risen from 12 to 15 | KILLED 15 EXACT people
          """)
  void aNumberIsBoundByTheWordsAndSignsBesideIt(String text, String figures) {
    assertThat(found(text)).isEqualTo(figures);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Two people in the car were killed | KILLED 2 EXACT people
          Ten people, most of them women, were killed | KILLED 10 EXACT people
          A man had to be airlifted to hospital | INJURED 1 EXACT man
          Thousands of villagers were forced to flee | DISPLACED 1000 AT_LEAST villager
          Dozens of shops were looted, torched and wrecked | DAMAGED 12 AT_LEAST shop
          The gunmen who killed two people were arrested | KILLED 2 EXACT people
          police arrested 40 people protesting against the law | DETAINED 40 EXACT people
          the fire took 5 lives | KILLED 5 EXACT people
          Bodies of 12 migrants found on a beach | KILLED 12 EXACT migrant
          Four Border Force (BF) soldiers were killed | KILLED 4 EXACT soldier
          after the loss of 50 homes | DAMAGED 50 EXACT home
          At least 60 people, including young children have died | KILLED 60 AT_LEAST people
          Police are holding two journalists | DETAINED 2 EXACT journalist
          Soldiers killed and wounded scores of the rebels | KILLED 20 AT_LEAST rebel, INJURED 20 AT_LEAST rebel
          Six nurses were abducted and shot dead | DETAINED 6 EXACT nurse, KILLED 6 EXACT nurse
          Two bombers set off a charge, killing themselves | KILLED 2 EXACT bomber
          Search for 12 missing fishermen | MISSING 12 EXACT fisherman
          12 dead bodies were found | KILLED 12 EXACT body
          Over 60 villagers were affected by toxic fumes | INJURED 60 AT_LEAST villager
          300 farmers gathered outside parliament | PROTESTERS 300 EXACT farmer
          Over 100,000 march in Leeds | PROTESTERS 100000 AT_LEAST people
          """)
  void aVerbOrNounSaysWhatIsCounted(String text, String figures) {
    assertThat(found(text)).isEqualTo(figures);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3 dead, 12 hurt in bus crash | KILLED 3 EXACT people, INJURED 12 EXACT people
          Fire killed eight and wounded dozens | KILLED 8 EXACT people, INJURED 12 AT_LEAST people
          Over 60 cars, 12 buses and shops were torched | DAMAGED 60 AT_LEAST car, DAMAGED 12 EXACT bus
          They arrested four men and two women | DETAINED 4 EXACT man, DETAINED 2 EXACT woman
          Two clerks and two nurses were hurt | INJURED 2 EXACT clerk, INJURED 2 EXACT nurse
          A woman and her two children were killed | KILLED 1 EXACT woman, KILLED 2 EXACT child
          900 families in 40 villages were evacuated | DISPLACED 900 EXACT family
          3 killed 5 injured in clash | KILLED 3 EXACT people, INJURED 5 EXACT people
          900 homes were damaged and nearly 70 destroyed | DAMAGED 900 EXACT home, DAMAGED 70 ABOUT home
          killing five in Kano, 12 in Jos | KILLED 5 EXACT people, KILLED 12 EXACT people
          • 15 dead\\n• 42 injured\\n• 300 homes destroyed | KILLED 15 EXACT people, INJURED 42 EXACT people, DAMAGED 300 EXACT home
          Killed: 12 Injured: 40 | KILLED 12 EXACT people, INJURED 40 EXACT people
          Dead - 12, wounded - 40 | KILLED 12 EXACT people, INJURED 40 EXACT people
          Houses damaged: 300\\nArrests: 40 | DAMAGED 300 EXACT house, DETAINED 40 EXACT people
          Death toll: 31 | KILLED 31 EXACT people
          The death toll from the quake climbs to 77 | KILLED 77 EXACT people
          toll rises to 76, missing at 1,276 | KILLED 76 EXACT people, MISSING 1276 EXACT people
          The number of injured rose to 300 | INJURED 300 EXACT people
          """)
  void whatIsToldTogetherIsReadTogether(String text, String figures) {
    assertThat(found(text)).isEqualTo(figures);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A man was shot dead outside a bar | KILLED 1 EXACT man
          Police detained an opposition activist | DETAINED 1 EXACT activist
          Divers look for a missing girl | MISSING 1 EXACT girl
          A Kenyan was killed | KILLED 1 EXACT kenyan
          A 12-year-old was injured | INJURED 1 EXACT people
          A young couple drowned | KILLED 2 EXACT people
          A body was found in the river | KILLED 1 EXACT body
          """)
  void anArticleCountsOnePerson(String text, String figures) {
    assertThat(found(text)).isEqualTo(figures);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          At least 30 people died, including 4 children | KILLED 30 AT_LEAST people, KILLED 4 EXACT child*
          50 people were killed\\n- This includes at least 3 nurses | KILLED 50 EXACT people, KILLED 3 AT_LEAST nurse*
          11 people died, of whom 4 were children | KILLED 11 EXACT people, KILLED 4 EXACT child*
          Two boys were among 12 people killed | KILLED 2 EXACT boy*, KILLED 12 EXACT people
          17 injured, three critically | INJURED 17 EXACT people, INJURED 3 EXACT people*
          Four more people died, bringing the total to five | KILLED 4 EXACT people*, KILLED 5 EXACT people
          Seven people, including four boys and two women, were killed | KILLED 7 EXACT people, KILLED 4 EXACT boy*, KILLED 2 EXACT woman*
          Seven killed (4 boys, 3 women) | KILLED 7 EXACT people, KILLED 4 EXACT boy*, KILLED 3 EXACT woman*
          The raid killed 9: two boys died and seven men were killed | KILLED 9 EXACT people, KILLED 2 EXACT boy*, KILLED 7 EXACT man*
          """)
  void aPartOfAFigureIsASubset(String text, String figures) {
    assertThat(found(text)).isEqualTo(figures);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In 2021 the army fired on crowds",
        "Ada Field, 34, was killed",
        "An 8-year-old, aged 8, at 10.55am on 3 March",
        "Children under 12 were injured",
        "An inventor, 79, is among the dead",
        "The fire destroyed 12,000 acres",
        "They lost $400 million, Rs. 20 crore and €20",
        "25% of homes were damaged, 30 per cent flooded",
        "One in five homes was destroyed",
        "The quake of magnitude 6.1, 40 km from town, killed nobody",
        "Call 555-010-2299 or 555 010 2299 if you are missing",
        "Shells hit 20 miles away, 3 days after",
        "Covid-19 and F-16 and Highway 15 and a Boeing 737",
        "Day 12: protesters march again",
        "Article 5 protesters",
        "They won 3-1 and lost 1-3",
        "1,200 retweets, 30 likes",
        "9/11 changed us, 24 hours a day"
      })
  void aNumberThatCountsNothingIsNoFigure(String text) {
    assertThat(found(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Two gunmen shot at the door",
        "30 survivors were rescued",
        "The flood killed 200 sheep and 40 dogs",
        "Soldiers destroyed 40 rockets",
        "At least 40 diplomats were expelled",
        "40 detainees were released",
        "Two missing girls were found safe",
        "1,200 homes are without power",
        "300 fans gathered for a concert",
        "Some workers and several nurses were hurt",
        "A human rights body said so",
        "The army took a rebel-held hill"
      })
  void whomNothingBefellAreNoFigure(String text) {
    assertThat(found(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It could kill up to 60 people",
        "The dam would displace 5,000 families",
        "Up to 3,000 people risk being killed",
        "Police will arrest 20 people if they march",
        "10,000 people were ordered to evacuate",
        "He planned to kill two officers",
        "No one was killed, none were hurt, no deaths",
        "0 killed",
        "A mob nearly lynched four men",
        "They need 2 evacuate people",
        "12 people were not injured",
        "4,000 homes are threatened",
        "Drill: 20 people injured in a mock blast",
        "One of the leaders died"
      })
  void whatDidNotHappenIsNoFigure(String text) {
    assertThat(found(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Al menos 12 muertos y 40 heridos en un atentado | KILLED 12 AT_LEAST people, INJURED 40 EXACT people
          La policía detiene a 15 personas | DETAINED 15 EXACT people
          Más de 3 mil desplazados por las lluvias | DISPLACED 3000 AT_LEAST people
          El incendio destruyó 40 viviendas | DAMAGED 40 EXACT viviendas
          Au moins 3 blessés et deux disparus | INJURED 3 AT_LEAST people, MISSING 2 EXACT people
          30 personnes ont été tuées | KILLED 30 EXACT people
          Pelo menos 12 mortos | KILLED 12 AT_LEAST people
          погибли 12 человек, 40 ранены | KILLED 12 EXACT people, INJURED 40 EXACT people
          Не менее 5 тысяч задержаны | DETAINED 5000 AT_LEAST people
          загинуло 12 людей, евакуйовано 2 тис. осіб | KILLED 12 EXACT people, DISPLACED 2000 EXACT people
          """)
  void theSimplestFiguresOfOtherLanguagesAreRead(String text, String figures) {
    assertThat(found(text)).isEqualTo(figures);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No hay 12 muertos",
        "12 años de cárcel",
        "podrían morir 300 personas",
        "не погибли 12 человек",
        "12 мая",
        "Tues 12 March: no trains",
        "I feel blessed 4 the help"
      })
  void whatLooksLikeThemIsNone(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void theSpanIsTheNumberWithItsModifier() {
    assertThat(spans("🌊 More than 20 homes were damaged")).containsExactly("More than 20");
    assertThat(spans("a missing man, 100+ dead")).containsExactly("a missing man", "100+");
  }

  @Test
  void aFigureToldTwiceIsOne() {
    assertThat(find("12 people were killed. The 12 people killed were miners.")).hasSize(1);
  }

  @Test
  void thereAreNoMoreFiguresThanAskedFor() {
    assertThat(FINDER.find(PostText.of("1 killed, 2 killed, 3 killed"), 2)).hasSize(2);
  }

  private static List<String> spans(String text) {
    return find(text).stream()
        .map(
            figure ->
                text.substring(
                    text.offsetByCodePoints(0, figure.getStart()),
                    text.offsetByCodePoints(0, figure.getEnd())))
        .toList();
  }

  private static String found(String text) {
    return find(text.replace("\\n", "\n")).stream()
        .map(FigureFinderTest::summary)
        .collect(Collectors.joining(", "));
  }

  private static String summary(Figure figure) {
    String upper = figure.getUpper() == null ? "" : "-" + figure.getUpper();
    return String.format(
        "%s %s%s %s %s%s",
        figure.getKind(),
        figure.getCount(),
        upper,
        figure.getModifier(),
        figure.getUnit(),
        figure.getSubset() ? "*" : "");
  }

  private static List<Figure> find(String text) {
    return FINDER.find(PostText.of(text), 100);
  }
}
