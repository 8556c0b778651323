// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.tokens.PostText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CyrillicNamesTest {
  private static final CyrillicNames NAMES = new CyrillicNames();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Сегодня Иван Петров вышел на пикет | Иван Петров",
        "Суд отпустил Марию Соколову | Марию Соколову",
        "Задержали Алексея Ивановича Громова | Алексея Ивановича Громова",
        "По словам Ольги, никто не пострадал | Ольги",
        "Об этом сообщил губернатор Кузнецов | Кузнецов",
        "Адвокат Тимченко подал жалобу | Тимченко",
        "Президент Саакашвили прибыл утром | Саакашвили",
        "Журналистка Елена Миронова избита | Елена Миронова",
        "Встреча с Дмитрием Орловым перенесена | Дмитрием Орловым",
        "Сьогодні Олена Коваленко вийшла на протест | Олена Коваленко",
        "Поліція затримала Андрія Бондаренка | Андрія Бондаренка",
        "Про це заявив міністр Шевченко | Шевченко",
        "Журналіст Сергій Мельник у лікарні | Сергій Мельник",
        "Тетяна Іванівна Гончар шукає сина | Тетяна Іванівна Гончар",
      })
  void peopleAreKnownByGivenNamesPatronymicsTitlesAndEndings(String text, String name) {
    assertThat(found(text)).containsExactly("PERSON " + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "В МВД опровергли слухи | МВД",
        "Акция у здания ФСБ разогнана | ФСБ",
        "За даними ДСНС, загинули двоє | ДСНС",
        "Склад ООО «Ромашка» сгорел ночью | ООО «Ромашка",
        "Рабочие завода «Красный путь» бастуют | завода «Красный путь",
        "Пожежа на складі ТОВ «Світанок» | ТОВ «Світанок",
      })
  void bodiesAreKnownByAcronymsAndLegalForms(String text, String name) {
    assertThat(found(text)).containsExactly("ORGANIZATION " + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "В городе Лесном отключили свет | Лесном",
        "Обстрел села Каменка, есть раненые | Каменка",
        "г. Озёрск без воды | Озёрск",
        "В Тульской области сильный пожар | Тульской области",
        "Рух на вулиці Зеленій перекрито | Зеленій",
        "У Сумській області лунали вибухи | Сумській області",
        "У місті Вишневе немає світла | Вишневе",
      })
  void placesAreKnownByWhatTheyAreCalled(String text, String name) {
    assertThat(found(text)).containsExactly("LOCATION " + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Сегодня на площади собрались люди",
        "Очень холодно. Завтра обещают снег",
        "ВСЕ НА УЛИЦУ!!!",
        "Полиция применила газ",
        "Люди виходять на мітинг. Слава героям",
        "В городе тихо",
        "#пожар #новости",
      })
  void capitalsAloneMakeNoName(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void rulesAreForPostsThatAreCyrillicForTheMostPart() {
    assertThat(CyrillicNames.suits(PostText.of("Пожар в центре, RT @abc"))).isTrue();
    assertThat(CyrillicNames.suits(PostText.of("Fire downtown, Иван says"))).isFalse();
    assertThat(CyrillicNames.suits(PostText.of(""))).isFalse();
  }

  private static List<String> found(String text) {
    return NAMES.find(PostText.of(text), 200).stream()
        .map(name -> name.getType() + " " + name.getText())
        .toList();
  }
}
