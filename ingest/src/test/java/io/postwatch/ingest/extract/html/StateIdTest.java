// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of a state that name a post by its id alone. All are invented. */
class StateIdTest {
  private static Document uncovered(String object) {
    Document page =
        Markup.parse("<h1>Flood</h1><script>window.s = {body: [" + object + "]};</script>", "");
    ArticleMarkup.uncover(page);
    return page;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"type\": \"youtube\", \"videoId\": \"aB3_dE5-gH7\"} | https://www.youtube.com/watch?v=aB3_dE5-gH7",
        "{\"kind\": \"video\", \"provider\": \"youtube\", \"id\": \"aB3_dE5-gH7\"} |"
            + " https://www.youtube.com/watch?v=aB3_dE5-gH7",
        "{\"__typename\": \"block-youtube\", \"data\": {\"id\": \"aB3_dE5-gH7\"}} |"
            + " https://www.youtube.com/watch?v=aB3_dE5-gH7",
        "{\"type\": \"instagram\", \"shortcode\": \"C6bNENRABI0\"} | https://www.instagram.com/p/C6bNENRABI0",
        "{\"type\": \"tiktok\", \"id\": \"7100000000000000001\"} |"
            + " https://www.tiktok.com/embed/v2/7100000000000000001",
      })
  void itsKindTellsTheAddress(String object, String address) {
    assertThat(uncovered(object).select("div[data-oembed-url]").eachAttr("data-oembed-url"))
        .containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"brightcove\", \"videoId\": \"aB3_dE5-gH7\"}",
        "{\"type\": \"youtube\", \"value\": \"description\"}",
        "{\"type\": \"youtube\", \"title\": \"aB3_dE5-gH7\"}",
        "{\"type\": \"youtube-follow-button\", \"id\": \"aB3_dE5-gH7\"}",
        "{\"type\": \"youtube\", \"id\": \"UCaB3dE5gH7aB3dE5gH7aB3d\"}",
        "{\"relatedVideos\": [{\"type\": \"youtube\", \"videoId\": \"aB3_dE5-gH7\"}]}",
      })
  void otherWordsAreNoIds(String object) {
    assertThat(uncovered(object).select("div[data-oembed-url]")).isEmpty();
  }
}
