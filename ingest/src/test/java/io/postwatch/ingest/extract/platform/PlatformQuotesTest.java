// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The platforms' own embed codes, with what they show. All accounts and posts are invented. */
class PlatformQuotesTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");
  private static final String GRAM = "https://www.instagram.com/p/C6bNENRABI0/";

  private static FoundPost only(String html) {
    List<FoundPost> posts =
        new PlatformEmbedFinder().find(Jsoup.parse("<p>Prose.</p>" + html), LATEST);
    assertThat(posts).hasSize(1);
    return posts.get(0);
  }

  private static FoundPost instagram(String inner) {
    return only("<blockquote class=\"instagram-media\">" + inner + "</blockquote>");
  }

  @Test
  void instagramsCaptionedQuoteTellsEverything() {
    FoundPost post =
        only(
            "<blockquote class=\"instagram-media\" data-instgrm-captioned data-instgrm-version=7>"
                + "<div><div><div></div></div><p><a href=\""
                + GRAM
                + "\">Smoke over"
                + " #Lyon<br>with @ben</a></p><p>Ein Beitrag geteilt von <a"
                + " href=\"https://www.instagram.com/ana.demo/\">Ana &amp; Co</a> (@Ana.Demo) am"
                + " <time datetime=\"2024-05-01T12:00:00+00:00\">1. Mai 2024 um 5:00 Uhr</time></p>"
                + "</div></blockquote>");
    assertThat(post)
        .isEqualTo(
            new FoundPost(
                "instagram",
                "C6bNENRABI0",
                "ana.demo",
                "Ana & Co",
                "Smoke over #Lyon\nwith @ben",
                null,
                Instant.parse("2024-05-01T12:00:00Z"),
                List.of(),
                GRAM));
  }

  @Test
  void whatInstagramWritesAroundACaptionIsNoText() {
    FoundPost post =
        instagram(
            "<div><a href=\""
                + GRAM
                + "?utm_source=ig_embed\"><div>logo</div><div>Sieh dir diesen"
                + " Beitrag auf Instagram an</div></a><p><a href=\""
                + GRAM
                + "\">A post shared by"
                + " Ana Demo (@ana.demo)</a></p></div>");
    assertThat(post.text()).isEmpty();
    assertThat(post.author()).isEqualTo("Ana Demo");
  }

  @Test
  void aMentionInTheCaptionIsNotTheSignature() {
    FoundPost post =
        instagram(
            "<p><a href=\""
                + GRAM
                + "\">Thanks to Ben (@ben)!</a></p>"
                + "<p>A post shared by Ana (@ana) on <time>May 1</time></p>");
    assertThat(post.handle()).isEqualTo("ana");
    assertThat(post.text()).isEqualTo("Thanks to Ben (@ben)!");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A post shared by Ana Demo (@ana)",
        "A photo posted by Ana Demo (@ana) on May 1, 2016 at 9:10am PDT",
        "Ein von Ana Demo (@ana) geteilter Beitrag",
        "Une publication partagée par Ana Demo (@ana)",
        "Una publicación compartida de Ana Demo (@ana)",
        "Un post condiviso da Ana Demo (@ana)",
        "Uma publicação compartilhada por Ana Demo (@ana)",
        "Публикация от Ana Demo (@ana)",
        "Post udostępniony przez Ana Demo (@ana)",
        "Een bericht gedeeld door Ana Demo (@ana)",
        "Ana Demo (@ana)'in paylaştığı bir gönderi",
        "Ana Demo(@ana)がシェアした投稿",
        "Ana Demo(@ana)님의 공유 게시물",
      })
  void instagramsSignatureIsReadInManyLanguages(String signature) {
    FoundPost post = instagram("<p><a href=\"" + GRAM + "\">" + signature + "</a></p>");
    assertThat(post.handle()).isEqualTo("ana");
    assertThat(post.author()).isEqualTo("Ana Demo");
    assertThat(post.text()).isEmpty();
  }

  @Test
  void tikToksCaptionStandsBetweenAuthorAndMusic() {
    String tag = "<a title=\"fire\" href=\"https://www.tiktok.com/tag/fire\">#fire</a>";
    String before =
        "<blockquote class=\"tiktok-embed\""
            + " cite=\"https://www.tiktok.com/@Ana.Demo/video/7363999742872793145\""
            + " data-video-id=\"7363999742872793145\"><section><a title=\"@ana.demo\""
            + " href=\"https://www.tiktok.com/@ana.demo?refer=embed\">@ana.demo</a> ";
    String after =
        " <a title=\"♬ original sound\""
            + " href=\"https://www.tiktok.com/music/original-sound-1\">♬ original sound</a>"
            + "</section></blockquote><script async src=\"https://www.tiktok.com/embed.js\">"
            + "</script>";
    FoundPost inParagraph = only(before + "<p>Look at this 😮 " + tag + "</p>" + after);
    assertThat(inParagraph.id()).isEqualTo("7363999742872793145");
    assertThat(inParagraph.handle()).isEqualTo("ana.demo");
    assertThat(inParagraph.text()).isEqualTo("Look at this 😮 #fire");
    FoundPost inSection = only(before + "Look at this 😮 " + tag + after);
    assertThat(inSection.text()).isEqualTo("Look at this 😮 #fire");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&mdash; Ana Demo (<a href=\"https://bsky.app/profile/did:plc:abc\">@ana.example</a>) ",
        "&mdash; <a href=\"https://bsky.app/profile/did:plc:abc\">Ana Demo (@ana.example)</a> ",
      })
  void blueskysQuoteTellsEverything(String signature) {
    FoundPost post =
        only(
            "<blockquote class=\"bluesky-embed\""
                + " data-bluesky-uri=\"at://did:plc:abc234/app.bsky.feed.post/3krggwxq65s2b\">"
                + "<p lang=\"en\">Smoke over Lyon.<br><br>More: <a"
                + " href=\"https://news.example/fire\">news.example/fi...</a><br><br><a"
                + " href=\"https://bsky.app/profile/did:plc:abc234/post/3krggwxq65s2b\">[image or"
                + " embed]</a></p>"
                + signature
                + "<a href=\"https://bsky.app/profile/did:plc:abc234/post/3krggwxq65s2b\">May 1,"
                + " 2024 at 2:00 PM</a></blockquote>");
    assertThat(post)
        .isEqualTo(
            new FoundPost(
                "bluesky",
                "3krggwxq65s2b",
                "ana.example",
                "Ana Demo",
                "Smoke over Lyon.\n\nMore: news.example/fi...",
                LocalDate.of(2024, 5, 1),
                List.of("https://news.example/fire"),
                "https://bsky.app/profile/did:plc:abc234/post/3krggwxq65s2b"));
  }

  @Test
  void facebooksQuoteTellsAuthorTextAndDay() {
    FoundPost post =
        only(
            "<div class=\"fb-post\" data-href=\"https://www.facebook.com/AnaDemo/posts/1234567890\">"
                + "<blockquote cite=\"https://www.facebook.com/AnaDemo/posts/1234567890\""
                + " class=\"fb-xfbml-parse-ignore\"><p>Smoke over Lyon.</p><p>Stay in.</p>Posted by"
                + " <a href=\"https://www.facebook.com/AnaDemo/\">Ana Demo</a> on&nbsp;<a"
                + " href=\"https://www.facebook.com/AnaDemo/posts/1234567890\">Friday, August 5,"
                + " 2016</a></blockquote></div>");
    assertThat(post)
        .isEqualTo(
            new FoundPost(
                "facebook",
                "1234567890",
                "anademo",
                "Ana Demo",
                "Smoke over Lyon.\n\nStay in.",
                LocalDate.of(2016, 8, 5),
                List.of(),
                "https://www.facebook.com/AnaDemo/posts/1234567890"));
  }

  @Test
  void redditsQuoteTellsTitleAndAuthor() {
    FoundPost post =
        only(
            "<blockquote class=\"reddit-embed-bq\" data-embed-height=\"316\"><a"
                + " href=\"https://www.reddit.com/r/demo/comments/1op05cl/a_title/\">Smoke over"
                + " Lyon</a><br> by<a href=\"https://www.reddit.com/user/Ana_Demo/\">u/Ana_Demo</a>"
                + " in<a href=\"https://www.reddit.com/r/demo/\">demo</a></blockquote>");
    assertThat(post.id()).isEqualTo("1op05cl");
    assertThat(post.handle()).isEqualTo("ana_demo");
    assertThat(post.text()).isEqualTo("Smoke over Lyon");
  }

  @Test
  void aCommentOnRedditIsKnownByItsOwnIdAndShowsNoText() {
    FoundPost post =
        only(
            "<blockquote class=\"reddit-embed-bq\"><a"
                + " href=\"https://www.reddit.com/r/demo/comments/1op05cl/comment/leevgp2/\">"
                + "Comment</a><br> by<a href=\"https://www.reddit.com/user/ana/\">u/ana</a> from"
                + " discussion<a href=\"https://www.reddit.com/r/demo/comments/1op05cl/t/\"></a>"
                + "</blockquote>");
    assertThat(post.id()).isEqualTo("leevgp2");
    assertThat(post.handle()).isEqualTo("ana");
    assertThat(post.text()).isEmpty();
  }

  @Test
  void redditMayNameTheAuthorAroundALinkToThePost() {
    FoundPost post =
        only(
            "<blockquote class=\"reddit-embed-bq\"><a"
                + " href=\"https://www.reddit.com/r/demo/comments/1op05cl/comment/leevgp2/\">"
                + "Comment</a><br> by<a href=\"https://www.reddit.com/r/demo/comments/1op05cl/t/\">"
                + "u/Ana_Demo</a> from discussion</blockquote>");
    assertThat(post.handle()).isEqualTo("ana_demo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<blockquote class='text-post-media'"
            + " data-text-post-permalink='https://www.threads.net/@ana.demo/post/C6bNENRABI0'>"
            + "<a href='https://www.threads.net/@ana.demo/post/C6bNENRABI0'><div>Post by @ana.demo"
            + "</div><div>View on Threads</div></a></blockquote>| threads | ana.demo",
        "<blockquote class='mastodon-embed'"
            + " data-embed-url='https://social.example/@ana/112365718740860970/embed'><a"
            + " href='https://social.example/@ana/112365718740860970'><div>Post by"
            + " @ana@social.example</div><div>View on Mastodon</div></a></blockquote>"
            + "| mastodon | ana",
        "<div class='reddit-embed' data-embed-created='2023-05-04T10:00:00Z'><a"
            + " href='https://www.reddit.com/r/demo/comments/1op05cl/t/leevgp2'>Comment</a> from"
            + " discussion <a href='https://www.reddit.com/r/demo/comments/1op05cl/t/'>A title</a>"
            + "</div>| reddit |",
      })
  void quotesThatShowNoWordsGiveNone(String html, String platform, String handle) {
    FoundPost post = only(html);
    assertThat(post.platform()).isEqualTo(platform);
    assertThat(post.handle()).isEqualTo(handle);
    assertThat(post.text()).isEmpty();
  }

  @Test
  void aWrapperOfTheSameClassIsNotThePost() {
    List<FoundPost> posts =
        new PlatformEmbedFinder()
            .find(
                Jsoup.parse(
                    "<div class=\"instagram-media\"><p>Prose.</p><blockquote"
                        + " class=\"instagram-media\""
                        + " data-instgrm-permalink=\"https://www.instagram.com/p/Aaaaaaaaaaa/\">"
                        + "</blockquote><p>Prose.</p><blockquote class=\"instagram-media\"><a"
                        + " href=\"https://www.instagram.com/p/Bbbbbbbbbbb/\"></a></blockquote>"
                        + "</div>"),
                LATEST);
    assertThat(posts).extracting(FoundPost::id).containsExactly("Aaaaaaaaaaa", "Bbbbbbbbbbb");
  }

  @Test
  void substacksFactsAreRead() {
    FoundPost post =
        only(
            "<div class=\"bluesky-wrap outer\" data-component-name=\"BlueskyCreateBlueskyEmbed\""
                + " data-attrs='{\"authorName\":\"Ana Demo\",\"authorHandle\":\"Ana.example\","
                + "\"text\":\"Smoke over Lyon\",\"createdAt\":\"2024-05-01T12:00:00.123Z\","
                + "\"uri\":\"at://did:plc:abc234/app.bsky.feed.post/3krggwxq65s2b\"}'></div>");
    assertThat(post.id()).isEqualTo("3krggwxq65s2b");
    assertThat(post.handle()).isEqualTo("ana.example");
    assertThat(post.author()).isEqualTo("Ana Demo");
    assertThat(post.text()).isEqualTo("Smoke over Lyon");
    assertThat(post.shownAt()).isEqualTo("2024-05-01T12:00:00.123Z");
  }
}
