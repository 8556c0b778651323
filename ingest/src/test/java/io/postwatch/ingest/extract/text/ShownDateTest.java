// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownDateTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");

  private static Optional<ShownDate> read(String text) {
    return ShownDate.at(text, 0, LATEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "January 8, 2022",
        "8 January 2022",
        "8th of January, 2022",
        "January 8th 2022",
        "Jan 8, 2022",
        "Jan. 8, 2022",
        "JANUARY 8, 2022",
        "Saturday, January 8, 2022",
        "Sat Jan 08 2022",
        "1:23 PM · Jan 8, 2022",
        "13:45 - 8 Jan 2022",
        "10:15 a.m. · January 8, 2022",
        "[January 8, 2022",
        "{January 8, 2022}",
        "January_8,_2022",
        "8._Januar_2022",
        "8_de_enero_de_2022",
        " \n January 8, 2022",
        "on January 8, 2022",
        "8. Januar 2022",
        "8. Jänner 2022",
        "8 janvier 2022",
        "8 janv. 2022",
        "8 de enero de 2022",
        "8 ene. 2022",
        "enero 8, 2022",
        "8 gennaio 2022",
        "8 de janeiro de 2022",
        "8 de jan. de 2022",
        "8 de gener de 2022",
        "8 января 2022 г.",
        "8 січня 2022 р.",
        "8 Ιανουαρίου 2022",
        "8 Ocak 2022",
        "8 OCAK 2022",
        "8 stycznia 2022",
        "8 januari 2022",
        "8. ledna 2022",
        "8. tammikuuta 2022",
        "2022. január 8.",
        "8 يناير، 2022",
        "٨ يناير ٢٠٢٢",
        "۸ ژانویهٔ ۲۰۲۲",
        "8 בינואר 2022",
        "8 जनवरी 2022",
        "8 tháng 1, 2022",
        "2022年1月8日",
        "2022년 1월 8일",
        "2022-01-08",
        "2022/1/8",
        "08.01.2022",
        "8. 1. 2022",
      })
  void aDayIsReadInTheLanguagesOfXsEmbeds(String date) {
    assertThat(read(date).flatMap(ShownDate::day)).contains(LocalDate.of(2022, 1, 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 mars 2023 | 2023-03-01",
        "31 août 2023 | 2023-08-31",
        "31 aout 2023 | 2023-08-31",
        "3. März 2024 | 2024-03-03",
        "15 Ağustos 2023 | 2023-08-15",
        "15 Kasım 2023 | 2023-11-15",
        "15 listopada 2023 | 2023-11-15",
        "9 травня 2024 | 2024-05-09",
        "9 мая 2024 | 2024-05-09",
        "9 Μαΐου 2024 | 2024-05-09",
        "29 de febrero de 2024 | 2024-02-29",
        "13/12/2023 | 2023-12-13",
        "12/13/2023 | 2023-12-13",
        "5/5/2023 | 2023-05-05",
      })
  void otherMonthsAreReadToo(String date, LocalDate day) {
    assertThat(read(date).flatMap(ShownDate::day)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "February 30, 2022",
        "February 29, 2023",
        "January 0, 2022",
        "January 8, 9999",
        "January 8, 2027",
        "January 8, 1999",
        "2022-13-40",
        "8/1/2022",
      })
  void aDateThatCannotBeOrThatHalfTheWorldReadsOtherwiseLeavesTheDayUnknown(String date) {
    assertThat(read(date)).map(ShownDate::day).contains(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "said on Monday",
        "January",
        "January 8",
        "8 people died in 2022",
        "Foo 8, 2022",
        "12345678 January 2022",
      })
  void otherWordsAreNoDate(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void itEndsWhereTheDateEnds() {
    String text = "January 8, 2022The next words";
    assertThat(read(text).orElseThrow().end()).isEqualTo("January 8, 2022".length());
    assertThat(read("January 8, 20222. The next heading").orElseThrow().end())
        .isEqualTo("January 8, 2022".length());
  }

  @Test
  void theDayOfTheLatestTimeIsStillBelieved() {
    assertThat(read("November 23, 2026").flatMap(ShownDate::day)).isPresent();
    assertThat(read("November 24, 2026").flatMap(ShownDate::day)).isEmpty();
  }
}
