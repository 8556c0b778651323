// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.Annotator;
import io.postwatch.schema.TopicMention;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The topics in Russian, Ukrainian, Spanish and French posts. */
class LanguagesTest {
  private static final Annotator ANNOTATOR = Annotator.withDefaults();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Шахтеры третьего рудника бастуют с понедельника | strike | бастуют
          Толпа забросала автобус камнями | riot | забросала автобус камнями
          По данным врачей, ранены двенадцать человек | casualties | ранены двенадцать человек
          Уночі пролунав вибух біля вокзалу | explosion | пролунав вибух
          Із двох сіл евакуювали сімдесят родин | displacement | евакуювали
          Поліція затримала трьох підозрюваних | arrest | Поліція затримала
          La policía detuvo a ocho estudiantes | arrest | detuvo a ocho
          Un fuerte sismo despertó a los vecinos | disaster-natural | sismo
          Quemaron tres autobuses en la avenida | property-destruction | Quemaron tres autobuses
          Des milliers de manifestants ont défilé hier | protest | manifestants
          L'explosion d'une bombe a réveillé le quartier | explosion | L'explosion d'une bombe
          Échanges de tirs entre deux milices au nord | armed-clash | Échanges de tirs
          """)
  void reportsATopicByTheWordsThatSaySo(String post, String topic, String words) {
    assertThat(ANNOTATOR.annotate(post).topics())
        .filteredOn(mention -> mention.getConfidence() >= TopicsCheck.REPORTED)
        .filteredOn(mention -> mention.getTopic().equals(topic))
        .extracting(mention -> words(post, mention))
        .containsExactly(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "К счастью, никто не пострадал",
        "Погибших и разрушений нет",
        "На щастя, ніхто не постраждав",
        "Страйк скасували вчора ввечері",
        "Nadie resultó herido, sin daños",
        "Es el aniversario del gran terremoto",
        "Aucun blessé, aucun dégât",
        "L'attaquant fait la grève des buts"
      })
  void isNotMisledByDenialsMemoriesAndSport(String post) {
    assertThat(reported(post)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See you on Tues at ten, or Tue if it rains.",
        "Once more, a fin and a sale: the mine is mine.",
        "God blesses the paro and the marcha of car and bus.",
        "Der Fin de Semana Song ist ein Hit"
      })
  void takesNoWordOfOneLanguageForAnothers(String post) {
    assertThat(reported(post)).isEmpty();
  }

  private static List<String> reported(String post) {
    return ANNOTATOR.annotate(post).topics().stream()
        .filter(mention -> mention.getConfidence() >= TopicsCheck.REPORTED)
        .map(TopicMention::getTopic)
        .toList();
  }

  private static String words(String post, TopicMention mention) {
    return post.substring(mention.getStart(), mention.getEnd());
  }
}
