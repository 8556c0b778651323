// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The articles of the first run must be read without a flaw. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void theScrapedArticleHoldsFourPostsWithTheirOwnWordsOnly() throws Exception {
    assertThat(read("kenya-fuel-levy.txt"))
        .extracting(EmbeddedPost::getHandle, EmbeddedPost::getText)
        .containsExactly(
            tuple(
                "akinyi_demo",
                "Hundreds are marching along Moi Avenue in #Nairobi against the fuel levy. Matatus"
                    + " parked across the road, every shop shuttered. Listen to"
                    + " this.pic.twitter.com/Wq3nT8bLx2"),
            tuple(
                "rightsdesk_demo",
                "#Kenya fuel levy protests, day two:\n\n"
                    + "– 31 people arrested in Nairobi\n\n"
                    + "– 12 injured in Kisumu, 3 of them by rubber bullets\n\n"
                    + "– Schools closed in Eldoret\n\n"
                    + "– Two reporters still detained pic.twitter.com/Lk9jHg7fDs"),
            tuple(
                "docknotes_demo",
                "Dock workers at the port of Mombasa have gone on strike in support of the"
                    + " protests. Forty ships are waiting outside the"
                    + " harbour.https://t.co/aS4dF5gH6j"),
            tuple(
                "pmwangi_demo",
                "I have covered this city for eleven years and have not seen a crowd like this"
                    + " one. Nairobi is out in the streets."));
  }

  @Test
  void thePagesShareOnePost() throws Exception {
    List<EmbeddedPost> chile = read("chile-strikes-and-floods.html");
    List<EmbeddedPost> week = read("week-of-protest.html");

    assertThat(chile)
        .extracting(EmbeddedPost::getHandle)
        .containsExactly("crojas_demo", "temucowx_demo", "raildesk_demo");
    assertThat(week)
        .extracting(EmbeddedPost::getHandle)
        .containsExactly(
            "lmarchand_demo", "crojas_demo", "aseitova_demo", "steppemon_demo", "danabek_demo");
    assertThat(week.get(1).getPostKey()).isEqualTo(chile.get(0).getPostKey());
    assertThat(week.get(1).getText()).isEqualTo(chile.get(0).getText());
    assertThat(week.get(1).getArticle().getKey()).isNotEqualTo(chile.get(0).getArticle().getKey());
  }

  @Test
  void theIdsOfThePostsFitTheDaysThatThePagesShow() throws Exception {
    List<EmbeddedPost> posts = new ArrayList<>(read("chile-strikes-and-floods.html"));
    posts.addAll(read("week-of-protest.html"));

    assertThat(posts)
        .allSatisfy(
            post -> {
              assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.MILLIS);
              String day = post.getPostedAt().toString().substring("2026-04-".length(), 10);
              assertThat(page(post)).contains(post.getId() + "?ref_src=twsrc%5Etfw\">April " + day);
            });
  }

  private static List<EmbeddedPost> read(String name) throws Exception {
    Path file = EXAMPLES.resolve(name);
    String content = ContentDecoder.decode(Files.readAllBytes(file));
    return new PostExtractor().extract(new Document(file.toString(), content), SEEN);
  }

  private static String page(EmbeddedPost post) {
    try {
      return Files.readString(Path.of(post.getSource()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
