// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostTextTest {
  private final PostText postText = new PostText();

  @Test
  void hashtagsAreGivenAsWrittenOnceEach() {
    assertThat(postText.hashtags("#Chile #CHILE #Chile, #Überflutung #東京 #ЖанаӨзен a#no #1 &#39;"))
        .containsExactly("Chile", "CHILE", "Überflutung", "東京", "ЖанаӨзен");
  }

  @Test
  void mentionsAreGivenInSmallLettersOnceEach() {
    assertThat(postText.mentions(".@AnaDemo and @anademo, @Ben_Demo's; not ana@example.com"))
        .containsExactly("anademo", "ben_demo");
  }

  @Test
  void linksAreGivenAsWrittenAlsoWithoutScheme() {
    assertThat(
            postText.links(
                "See https://t.co/aB3dE5fG7h, example.org/x and pic.twitter.com/Zx8cVb2nMq."))
        .containsExactly("https://t.co/aB3dE5fG7h", "example.org/x", "pic.twitter.com/Zx8cVb2nMq");
  }

  @Test
  void aLinkGluedToTheWordBeforeItIsFoundWhole() {
    assertThat(postText.links("out of the crisis.https://t.co/aB3dE5fG7h"))
        .containsExactly("https://t.co/aB3dE5fG7h");
    assertThat(postText.links("Have a look.pic.twitter.com/Zx8cVb2nMq"))
        .containsExactly("pic.twitter.com/Zx8cVb2nMq");
    assertThat(postText.links("look herehttps://t.co/aB3dE5fG7hpic.x.com/Zx8cVb2nMq"))
        .contains("pic.x.com/Zx8cVb2nMq");
  }

  @Test
  void tagsAndNamesGluedToALinkAreFoundToo() {
    String text = "by @ana_demohttps://t.co/aB3dE5fG7h#Chile https://t.co/aB3dE5fG7h@ben_demo";
    assertThat(postText.mentions(text)).containsExactly("ana_demo", "ben_demo");
    assertThat(postText.hashtags(text)).containsExactly("Chile");
    assertThat(postText.links(text)).containsExactly("https://t.co/aB3dE5fG7h");
  }

  @Test
  void tagsAndLinksAreFoundInLongTextWithoutSpaces() {
    String text = "東京で大きな地震がありました。".repeat(40) + "#地震#東京 https://t.co/aB3dE5fG7h。";
    assertThat(postText.hashtags(text)).isEqualTo(postText.hashtags("。#地震#東京 "));
    assertThat(postText.links("地".repeat(300) + "https://t.co/aB3dE5fG7h"))
        .containsExactly("https://t.co/aB3dE5fG7h");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.",
        "é.é.é.é.é.é.é.é.#a ",
        "(a)",
        "http://a.",
        "#",
        "##a ",
        "#a",
        "@",
        "a.com/("
      })
  void noTextStallsOrBreaksThePatterns(String piece) {
    String text = piece.repeat(PostText.MAX_CODE_POINTS / piece.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          postText.links(text);
          postText.hashtags(text);
          postText.mentions(text);
        });
  }

  @Test
  void textBeyondTheLongestPostIsCutBetweenCharacters() {
    String text = "🔥".repeat(PostText.MAX_CODE_POINTS + 1);
    assertThat(PostText.bounded(text)).isEqualTo("🔥".repeat(PostText.MAX_CODE_POINTS));
    assertThat(PostText.bounded("short")).isEqualTo("short");
  }
}
