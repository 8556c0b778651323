// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts of other platforms than X, and posts as platforms draw them. All are invented. */
class OtherPlatformsTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2025, 5, 4);

  private static final String PROSE =
      "The council met on Monday, four days after the river broke its banks, and decided nothing,"
          + " a spokesman for the mayor said.";

  private static List<FoundPost> find(String content) {
    return new TextPosts().find(PlainText.of(PROSE + "\n\n" + content + "\n\n" + PROSE), LATEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A post shared by Ana Demo (@ana.demo) on May 4, 2025 at 3:15pm PDT",
        "A photo posted by Ana Demo (@ana.demo) on May 4, 2025 at 3:15pm PDT",
        "Ein Beitrag geteilt von Ana Demo (@ana.demo) am 4. Mai 2025 um 3:15 Uhr",
        "Une publication partagée par Ana Demo (@ana.demo) le 4 mai 2025",
      })
  void instagramsSignatureIsRead(String signature) {
    assertThat(find("View this post on Instagram\n\nBridge gone, all of it!\n\n" + signature))
        .extracting(
            FoundPost::platform,
            FoundPost::handle,
            FoundPost::author,
            FoundPost::shownDay,
            FoundPost::text,
            FoundPost::textConfidence)
        .containsExactly(
            tuple("instagram", "ana.demo", "Ana Demo", DAY, "Bridge gone, all of it!", null));
  }

  @Test
  void withoutItsOpeningTheBeginningOfAnInstagramPostIsAGuess() {
    assertThat(find("Bridge gone, all of it! #Kisumu\n\nA post shared by Ana (@ana.demo)"))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.text()).isEqualTo("Bridge gone, all of it! #Kisumu");
              assertThat(post.textConfidence()).isBetween(0.5, 1.0);
            });
  }

  @Test
  void blueskyAndMastodonSignWithTheirHosts() {
    String post = "Bridge gone, all of it! #Kisumu\n\n— Ana Demo (@%s) May 4, 2025 at 10:00 AM";
    assertThat(
            find(post.formatted("ana.bsky.social") + "\n\n" + post.formatted("ana@demo.example")))
        .extracting(FoundPost::platform, FoundPost::handle, FoundPost::shownDay)
        .containsExactly(
            tuple("bluesky", "ana.bsky.social", DAY), tuple("mastodon", "ana@demo.example", DAY));
  }

  @Test
  void facebookNamesTheWeekdayAndNoHandle() {
    assertThat(find("We are closed! #Kisumu\n\nPosted by Lake Clinic on Sunday, May 4, 2025"))
        .extracting(FoundPost::platform, FoundPost::author, FoundPost::handle, FoundPost::shownDay)
        .containsExactly(tuple("facebook", "Lake Clinic", null, DAY));
    assertThat(find("We are closed! #Kisumu\n\nPosted by Lake Clinic on May 4, 2025")).isEmpty();
  }

  @Test
  void redditNamesAuthorAndSubreddit() {
    assertThat(find("The bridge is gone, what now?\nby u/ana_demo in kisumu"))
        .extracting(FoundPost::platform, FoundPost::handle, FoundPost::text)
        .containsExactly(tuple("reddit", "ana_demo", "The bridge is gone, what now?"));
  }

  @Test
  void tikToksCaptionStandsBetweenAccountAndMusic() {
    assertThat(find("@ana.demo Bridge gone #kisumu ♬ original sound - Ana"))
        .extracting(
            FoundPost::platform, FoundPost::handle, FoundPost::text, FoundPost::textConfidence)
        .containsExactly(tuple("tiktok", "ana.demo", "Bridge gone #kisumu", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana Demo\n@ana_demo\nBridge gone.\nAll of it.\n3:15 PM · May 4, 2025\n12 Likes",
        "Ana Demo ✔\n\n@ana_demo\n\nBridge gone.\nAll of it.\n\n3:15 PM - 4 May 2025",
        "Ana Demo (@ana_demo)\nBridge gone.\nAll of it.\n15:15 · 4. Mai 2025 · Twitter for iPhone",
      })
  void aDrawnPostStandsBetweenItsAccountAndItsTime(String drawn) {
    assertThat(find(drawn))
        .extracting(
            FoundPost::platform,
            FoundPost::handle,
            FoundPost::author,
            FoundPost::shownDay,
            FoundPost::text)
        .containsExactly(tuple("x", "ana_demo", "Ana Demo", DAY, "Bridge gone.\nAll of it."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Follow us on Instagram (@ana.demo) for more.",
        "3:15 PM · May 4, 2025",
        "Write to ana (@ana.demo) by May 4, 2025.",
        "♬ A song was played.",
        "The match was reported by u/ana_demo.",
      })
  void otherWordsAreNoPosts(String words) {
    assertThat(find(words)).isEmpty();
  }
}
