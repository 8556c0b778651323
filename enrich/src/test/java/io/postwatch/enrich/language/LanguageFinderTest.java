// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.postwatch.enrich.tokens.PostText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageFinderTest {
  private static final LanguageFinder LANGUAGES = LanguageFinder.load();

  @ParameterizedTest
  @CsvSource({
    "en, Thousands are on the streets tonight and the police are pulling back",
    "en, omg they really closed the bridge again smh",
    "es, Miles de personas salieron a las calles esta noche",
    "fr, Des milliers de personnes manifestent ce soir dans le centre",
    "de, Tausende Menschen sind heute Abend auf der Straße",
    "it, Migliaia di persone in piazza questa sera contro il governo",
    "pt, Milhares de pessoas saíram às ruas hoje à noite",
    "nl, Duizenden mensen staan vanavond op straat",
    "pl, Tysiące ludzi wyszło dziś wieczorem na ulice",
    "tr, Bu akşam binlerce kişi sokaklarda polis geri çekiliyor",
    "ru, Тысячи людей вышли сегодня вечером на площадь",
    "uk, Тисячі людей вийшли сьогодні ввечері на площу",
    "bg, Хиляди хора излязоха тази вечер на площада",
    "kk, Бүгін кешке алаңға мыңдаған адам шықты Қазақстан",
    "ar, خرج الآلاف إلى الشوارع هذا المساء",
    "fa, هزاران نفر امشب به خیابان‌ها آمدند و پلیس عقب نشست",
    "ur, آج رات ہزاروں لوگ سڑکوں پر نکل آئے ہیں",
    "el, Χιλιάδες άνθρωποι βγήκαν απόψε στους δρόμους",
    "he, אלפי אנשים יצאו הערב לרחובות",
    "hi, आज रात हजारों लोग सड़कों पर उतर आए",
    "ja, 今夜、数千人が街頭に出た",
    "zh, 今晚成千上万的人走上街头",
    "ko, 오늘 밤 수천 명이 거리로 나왔다",
    "az, Bu gecə minlərlə insan küçələrə çıxıb",
  })
  void theLanguageOfASentence(String language, String text) {
    assertThat(LANGUAGES.find(PostText.of(text))).isEqualTo(language);
  }

  @Test
  void whatIsTheSameInAllLanguagesDoesNotCount() {
    String text =
        "@reuters https://t.co/abc #BreakingNews #WorldNews Des milliers de manifestants ce soir";

    assertThat(LANGUAGES.find(PostText.of(text))).isEqualTo("fr");
  }

  @ParameterizedTest
  @CsvSource({"''", "!!! 😱😱", "Almaty", "@someone https://t.co/abc", "12 345"})
  void tooLittleIsLeftOpen(String text) {
    assertThat(LANGUAGES.find(PostText.of(text))).isNull();
  }

  @Property
  void anyTextHasALanguageOrNone(@ForAll String text) {
    assertThatCode(() -> LANGUAGES.find(PostText.of(text))).doesNotThrowAnyException();
  }
}
