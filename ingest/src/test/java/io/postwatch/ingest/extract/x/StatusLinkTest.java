// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.x;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusLinkTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://twitter.com/Ana_Demo/status/1919000000000000000, Ana_Demo",
        "https://twitter.com/Ana_Demo/status/1919000000000000000?ref_src=twsrc%5Etfw, Ana_Demo",
        "https://x.com/Ana_Demo/status/1919000000000000000?s=20&t=abc, Ana_Demo",
        "http://www.twitter.com/Ana_Demo/statuses/1919000000000000000, Ana_Demo",
        "https://mobile.twitter.com/Ana_Demo/status/1919000000000000000/photo/1, Ana_Demo",
        "//twitter.com/Ana_Demo/status/1919000000000000000#x, Ana_Demo",
        "https://twitter.com/#!/Ana_Demo/status/1919000000000000000, Ana_Demo",
        "HTTPS://TWITTER.COM/Ana_Demo/STATUS/1919000000000000000, Ana_Demo",
        "https://twitter.com/i/web/status/1919000000000000000, -",
        "https://x.com/i/status/1919000000000000000, -",
        "https://twitter.com/statuses/1919000000000000000, -",
      })
  void theCommonSpellingsOfAnAddressLeadToOnePost(String address, String handle) {
    assertThat(StatusLink.parse(address)).contains(new StatusLink("1919000000000000000", handle));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://twitter.com/Ana_Demo",
        "https://twitter.com/intent/tweet?url=https://example.com/status/12345",
        "https://twitter.com/share?url=x",
        "https://twitter.com/hashtag/Kenya?src=hash",
        "https://nottwitter.com/Ana_Demo/status/1919000000000000000",
        "https://twitter.com.example/Ana_Demo/status/1919000000000000000",
        "https://twitter.com/Ana_Demo/status/",
        "https://twitter.com/Ana_Demo/status/0",
        "https://twitter.com/Ana_Demo/status/12abc34",
        "https://twitter.com/Ana_Demo/status/12345678901234567890123",
        "https://twitter.com/Ana_Demo/status/9999999999999999999",
        "https://twitter.com/a_name_that_is_far_too_long/status/1919000000000000000",
        "",
      })
  void everythingElseIsNoPost(String address) {
    assertThat(StatusLink.parse(address)).isEmpty();
  }

  @Test
  void wordsGluedToAWholeIdAreNoPartOfIt() {
    assertThat(StatusLink.parse("https://twitter.com/Ana_Demo/status/1919000000000000000Rain"))
        .contains(new StatusLink("1919000000000000000", "Ana_Demo"));
  }

  @Test
  void thePostsAddressIsWrittenTheSameWayWhereverItWasFound() {
    assertThat(StatusLink.parse("http://mobile.twitter.com/Ana/status/42?s=20").orElseThrow().url())
        .isEqualTo("https://x.com/Ana/status/42");
    assertThat(StatusLink.parse("https://twitter.com/i/web/status/42").orElseThrow().url())
        .isEqualTo("https://x.com/i/status/42");
  }
}
