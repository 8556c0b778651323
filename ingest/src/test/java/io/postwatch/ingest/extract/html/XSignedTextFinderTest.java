// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class XSignedTextFinderTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");
  private static final String ADDRESS = "https://twitter.com/ana_demo/status/1919000000000000000";

  private static List<FoundPost> find(String html) {
    Document page = Jsoup.parse(html);
    ArticleMarkup.uncover(page);
    return new XSignedTextFinder().find(page, LATEST);
  }

  @Test
  void aPostWhoseBlockquoteWasLostIsFoundByItsSignature() {
    assertThat(
            find(
                "<p>The bridge had been closed for repairs since the autumn of last year.</p>"
                    + "<p>Bridge gone in #Kisumu.<br>Nobody hurt.</p>"
                    + "<p>— Ana (@ana_demo) <a href='"
                    + ADDRESS
                    + "'>May 4, 2025</a></p><p>More prose.</p>"))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.text()).isEqualTo("Bridge gone in #Kisumu.\nNobody hurt.");
              assertThat(post.id()).isEqualTo("1919000000000000000");
            });
  }

  @Test
  void aPostsAddressAloneInAParagraphIsAPost() {
    assertThat(find("<p>She filmed it.</p><p><a href='" + ADDRESS + "'>" + ADDRESS + "</a></p>"))
        .extracting(FoundPost::id)
        .containsExactly("1919000000000000000");
    assertThat(find("<figure class='wp-block-embed'><div>\n" + ADDRESS + "\n</div></figure>"))
        .extracting(FoundPost::id)
        .containsExactly("1919000000000000000");
  }

  @Test
  void referencesCommentsAndLinksInProseAreNoPosts() {
    String signed = "Gone. — Ana (@ana_demo) May 4, 2025";
    assertThat(find("<ol><li>" + ADDRESS + "</li></ol>")).isEmpty();
    assertThat(find("<p>She <a href='" + ADDRESS + "'>wrote</a> of it.</p>")).isEmpty();
    assertThat(find("<p>See " + ADDRESS + " for more.</p>")).isEmpty();
    assertThat(find("<div id='comments'><p>" + signed + "</p></div>")).isEmpty();
    assertThat(find("<footer><p>" + ADDRESS + "</p></footer>")).isEmpty();
  }

  @Test
  void noPostReachesAcrossAnEmbedThatStandsInItsBlockquote() {
    assertThat(
            find(
                "<p>We saw it all!</p><blockquote>Another.</blockquote>"
                    + "<p>#Kisumu is under water! — Ana (@ana_demo) May 4, 2025</p>"))
        .extracting(FoundPost::text)
        .containsExactly("#Kisumu is under water!");
  }
}
