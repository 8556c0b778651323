// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceContextTest {
  @ParameterizedTest
  @CsvSource({
    "https://news.example.kz/a, KZ",
    "https://www.example.co.uk/b?c=d, GB",
    "https://example.fr, FR",
    "https://example.com/kz,",
    "https://example.io/a,",
    "not a url,",
    "'http://[bad',"
  })
  void theEndingOfAHostTellsTheCountry(String url, String country) {
    assertThat(PlaceContext.ofArticle(url, null, null).country()).isEqualTo(country);
  }

  @Test
  void aTitleStandsAroundThePost() {
    assertThat(PlaceContext.ofArticle(null, "Floods in Peru", null).around()).hasSize(1);
    assertThat(PlaceContext.ofArticle(null, " ", null).around()).isEmpty();
  }
}
