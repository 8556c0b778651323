// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handles after a dash without a date. All people and posts here are invented. */
class UndatedPostsTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");

  private static List<FoundPost> find(String content) {
    return new TextPosts().find(PlainText.of(content), LATEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bridge gone https://t.co/Zx8cVb2nMq — Ana Demo (@ana_demo)",
        "Bridge gone pic.twitter.com/aB3dE5fG7h\n- Ana Demo (@ana_demo)",
        "Bridge gone in #Kisumu — Ana Demo (@ana_demo)",
        "Bridge gone, @county_demo please help\n\n— Ana Demo (@ana_demo)\n\nThe mayor left.",
        "“Bridge gone” — Ana Demo (@ana_demo)",
        "Ana Demo wrote on X: Bridge gone — Ana Demo (@ana_demo)",
        "She tweeted:\n\nBridge gone\n\n— Ana Demo (@ana_demo) on Twitter",
        "Bridge gone https://t.co/Zx8cVb2nMq — Ana Demo (@ana_demo) The mayor left.",
        "Bridge gone in #Kisumu — Ana Demo (@ana_demo)The mayor left.",
        "> Bridge gone\n>\n> — Ana Demo (@ana_demo)",
        "The mayor left.\n\n> Bridge gone\n> -- Ana Demo (@ana_demo)\n\nSo did we.",
        "Bridge gone — Ana Demo (@ana_demo)\nhttps://x.com/ana_demo/status/1919000000000000000",
      })
  void whatElseShowsAPostMakesItOne(String text) {
    assertThat(find(text))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.handle()).isEqualTo("ana_demo");
              assertThat(post.author()).isEqualTo("Ana Demo");
              assertThat(post.text()).contains("Bridge gone").doesNotContain("wrote", "tweeted");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The bridge is gone — Ana Demo (@ana_demo)",
        "The bridge is gone. — Ana Demo (@ana_demo) The mayor left.",
        "> Voices of the floods\n> - Ana Demo (@ana_demo)\n> - Ben Demo (@ben_demo)",
        "Read all that we know here — and ask our editor, Ana Demo (@ana_demo).",
        "Read all of #Kisumu here — and our editor, Ana Demo (@ana_demo)",
        "News by our staff in Kisumu.\n\n— Ana Demo (@ana_demo)",
        "Reporting by @ben_demo in #Kisumu — Ana Demo (@ana_demo)",
        "Follow us for more on the #floods — Ana Demo (@ana_demo)",
        "Follow (@desk_demo) for more — see our site.\n- item one (@ana_demo)",
        "Bridge gone in #Kisumu — By Ana Demo (@ana_demo)",
        "Who to read on the #floods:\n— Ana Demo (@ana_demo)\n— Ben Demo (@ben_demo)",
        "Voices of the #floods\n- Ana Demo (@ana_demo)\n- Ben Demo (@ben_demo)",
        "Ask the desk at desk@demo.example — Ana Demo (@ana_demo)",
      })
  void proseListsAndBylinesAreNone(String text) {
    assertThat(find(text)).isEmpty();
  }

  @Test
  void aBylineLeavesThePostAfterItWhole() {
    assertThat(
            find(
                "News by our staff in Kisumu.\n\n— Ana Demo (@ana_demo)\n\n"
                    + "Bridge gone in #Kisumu — Ben Demo (@ben_demo) May 4, 2025"))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.handle()).isEqualTo("ben_demo");
              assertThat(post.text()).isEqualTo("Bridge gone in #Kisumu");
            });
  }
}
