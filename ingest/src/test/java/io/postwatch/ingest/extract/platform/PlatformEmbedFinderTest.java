// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Players, placeholders and bare links, and what only looks like them. All are invented. */
class PlatformEmbedFinderTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");

  private static List<String> keys(String html) {
    return new PlatformEmbedFinder()
            .find(Jsoup.parse("<h1>Title</h1><p>Prose.</p>" + html + "<p>More prose.</p>"), LATEST)
            .stream()
            .map(post -> post.platform() + ":" + post.id())
            .distinct()
            .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<iframe src='https://www.youtube.com/embed/aB3_dE5-gH7'></iframe>",
        "<iframe src='about:blank' data-src='//www.youtube.com/embed/aB3_dE5-gH7'></iframe>",
        "<iframe data-lazy-src='https://www.youtube.com/embed/aB3_dE5-gH7'></iframe>",
        "<iframe data-cmp-src='https://www.youtube-nocookie.com/embed/aB3_dE5-gH7'></iframe>",
        "<iframe src='data:text/html,' data-cookieblock-src='https://youtube.com/embed/aB3_dE5-gH7'>"
            + "</iframe>",
        "<object data='https://www.youtube.com/v/aB3_dE5-gH7'></object>",
        "<object><param name=movie value='http://www.youtube.com/v/aB3_dE5-gH7?version=3'></object>",
        "<embed src='http://www.youtube.com/v/aB3_dE5-gH7&hl=en'>",
        "<video><source type='video/youtube' src='https://youtu.be/aB3_dE5-gH7?_=1'></video>",
        "<lite-youtube videoid='aB3_dE5-gH7'></lite-youtube>",
        "<amp-youtube data-videoid='aB3_dE5-gH7'></amp-youtube>",
        "<div class='rll-youtube-player' data-src='https://www.youtube.com/embed/aB3_dE5-gH7'></div>",
        "<div class='youtube' data-embed='aB3_dE5-gH7'></div>",
        "<div class='youtube-player' data-id='aB3_dE5-gH7'></div>",
        "<div data-youtube-id='aB3_dE5-gH7'></div>",
        "<div data-ytid='aB3_dE5-gH7'></div>",
        "<div class='youtube_player' videoID='aB3_dE5-gH7' width=560></div>",
        "<script>new YT.Player('p', {height: 390, videoId: 'aB3_dE5-gH7'});</script>",
        "<script>renderExternalContent(\"https://www.youtube.com/embed/aB3_dE5-gH7\")</script>",
        "<div data-plyr-provider='youtube' data-plyr-embed-id='aB3_dE5-gH7'></div>",
        "<div data-provider-name='youtube' data-video-id='aB3_dE5-gH7'></div>",
        "<div class='facade' data-video-id='aB3_dE5-gH7'><img"
            + " src='https://i.ytimg.com/vi/aB3_dE5-gH7/hqdefault.jpg'></div>",
        "<div class='elementor-widget-video' data-settings='{\"youtube_url\":"
            + "\"https:\\/\\/youtu.be\\/aB3_dE5-gH7\",\"video_type\":\"youtube\"}'></div>",
        "<video data-setup='{\"techOrder\":[\"youtube\"],\"sources\":[{\"type\":\"video/youtube\","
            + "\"src\":\"https://www.youtube.com/watch?v=aB3_dE5-gH7\"}]}'></video>",
        "<div class='youtube-wrap' data-attrs='{\"videoId\":\"aB3_dE5-gH7\"}'></div>",
        "<figure class='media'><oembed url='https://www.youtube.com/watch?v=aB3_dE5-gH7'></oembed>"
            + "</figure>",
        "<div data-oembed-url='https://www.youtube.com/watch?v=aB3_dE5-gH7'></div>",
        "<div class='lyte-wrapper'><div class='lyMe' id='WYL_aB3_dE5-gH7'></div></div>",
        "<youtube-embed video-id='aB3_dE5-gH7'></youtube-embed>",
        "<embetty-video type='youtube' video-id='aB3_dE5-gH7'></embetty-video>",
        "<div data-service='youtube' data-id='aB3_dE5-gH7' data-autoscale></div>",
        "<figure data-provider='youtube'"
            + " data-url='https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DaB3_dE5-gH7'></figure>",
        "<a class='embedly-card' href='https://www.youtube.com/watch?v=aB3_dE5-gH7'>Video</a>",
        "<div class='iframely-embed'><a href='https://youtu.be/aB3_dE5-gH7' data-iframely-url></a>"
            + "</div>",
        "<figure class='wp-block-embed'><div class='wp-block-embed__wrapper'>\n"
            + "https://www.youtube.com/watch?v=aB3_dE5-gH7\n</div></figure>",
        "<p>https://youtu.be/aB3_dE5-gH7</p>",
        "<p><a href='https://youtu.be/aB3_dE5-gH7'>https://youtu.be/aB3_dE5-gH7</a></p>",
        "<p>\n <a href='https://youtu.be/aB3_dE5-gH7'>https://youtu.be/aB3_dE5-gH7</a><br><!-- x --></p>",
        "<p><strong><a href='https://www.youtube.com/watch?v=aB3_dE5-gH7'>"
            + "https://www.youtube.com/watch?v=aB…</a></strong></p>",
      })
  void aVideoIsFoundInWhateverPlayer(String html) {
    assertThat(keys(html)).containsExactly("youtube:aB3_dE5-gH7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<iframe src='https://www.instagram.com/p/C6bNENRABI0/embed/captioned/?v=14'></iframe>",
        "<amp-instagram data-shortcode='C6bNENRABI0' data-captioned></amp-instagram>",
        "<div class='instagram-embed-wrap' data-attrs='{\"instagram_id\":\"C6bNENRABI0\"}'></div>",
        "<blockquote><a href='https://instagram.com/p/C6bNENRABI0/'><div>View this photo on"
            + " Instagram</div></a></blockquote>",
        "<div class='embed' data-embed-src='https://www.instagram.com/p/C6bNENRABI0/embed/'></div>",
        "<p>https://www.instagram.com/p/C6bNENRABI0/</p>",
      })
  void aPhotoIsFoundInWhateverShape(String html) {
    assertThat(keys(html)).containsExactly("instagram:C6bNENRABI0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='fb-video' data-href='https://www.facebook.com/ana/videos/1234567890/'></div>",
        "<blockquote class='fb-xfbml-parse-ignore'"
            + " cite='https://www.facebook.com/ana/posts/1234567890'></blockquote>",
        "<iframe src='https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com"
            + "%2Fana%2Fposts%2F1234567890&show_text=true'></iframe>",
        "<iframe data-src='https://www.facebook.com/plugins/video.php?href=https%3A%2F%2F"
            + "www.facebook.com%2Fana%2Fvideos%2F1234567890%2F'></iframe>",
        "<fb:post href='https://www.facebook.com/ana/posts/1234567890'></fb:post>",
        "<amp-facebook data-href='https://www.facebook.com/ana/posts/1234567890'></amp-facebook>",
      })
  void aPostOnFacebookIsFoundInWhateverShape(String html) {
    assertThat(keys(html)).containsExactly("facebook:1234567890");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiktok:7363999742872793145|<iframe src='https://www.tiktok.com/embed/v2/"
            + "7363999742872793145?lang=en'></iframe>",
        "tiktok:7363999742872793145|<blockquote class='tiktok-embed'"
            + " data-video-id='7363999742872793145'><section></section></blockquote>",
        "tiktok:7363999742872793145|<amp-tiktok data-src='7363999742872793145'></amp-tiktok>",
        "tiktok:7363999742872793145|<div class='tiktok-wrap' data-attrs='{\"url\":"
            + "\"https://www.tiktok.com/@ana/video/7363999742872793145\"}'></div>",
        "threads:C6bNENRABI0|<iframe src='https://www.threads.net/@ana/post/C6bNENRABI0/embed'>"
            + "</iframe>",
        "bluesky:3krggwxq65s2b|<iframe src='https://embed.bsky.app/embed/did:plc:abc234/"
            + "app.bsky.feed.post/3krggwxq65s2b?id=5'></iframe>",
        "bluesky:3krggwxq65s2b|<blockquote class='bluesky-embed'"
            + " data-bluesky-uri='https://bsky.app/profile/ana.example/post/3krggwxq65s2b'>"
            + "</blockquote>",
        "bluesky:3krggwxq65s2b|<bluesky-post src='at://did:plc:abc234/app.bsky.feed.post/"
            + "3krggwxq65s2b'></bluesky-post>",
        "reddit:1op05cl|<iframe src='https://embed.reddit.com/r/demo/comments/1op05cl/t/?embed=true'>"
            + "</iframe>",
        "reddit:1op05cl|<amp-reddit data-embedtype='post'"
            + " data-src='https://www.reddit.com/r/demo/comments/1op05cl/t/'></amp-reddit>",
        "reddit:1op05cl|<blockquote class='reddit-card' data-card-created='1458151862'><a"
            + " href='https://www.reddit.com/r/demo/comments/1op05cl/t/?ref=share'>A title</a> from"
            + " <a href='https://www.reddit.com/r/demo'>r/demo</a></blockquote>",
        "mastodon:112365718740860970|<iframe class='mastodon-embed'"
            + " src='https://social.example/@ana/112365718740860970/embed'></iframe>",
        "truthsocial:112365718740861027|<iframe class='truthsocial-embed'"
            + " src='https://truthsocial.com/@ana/112365718740861027/embed'></iframe>",
        "telegram:demochannel/123|<script async src='https://telegram.org/js/telegram-widget.js?22'"
            + " data-telegram-post='DemoChannel/123' data-width='100%'></script>",
        "telegram:demochannel/123|<blockquote class='telegram-post'"
            + " data-telegram-post='DemoChannel/123'></blockquote>",
        "telegram:demochannel/123|<iframe src='https://t.me/demochannel/123?embed=1'></iframe>",
        "vk:wall-123_456|<div id='vk_post_-123_456'></div><script>(function() { VK.Widgets.Post("
            + "\"vk_post_-123_456\", -123, 456, 'h4sh'); }());</script>",
        "vk:wall-123_456|<amp-vk data-embedtype='post' data-owner-id='-123' data-post-id='456'>"
            + "</amp-vk>",
        "vk:video-123_456|<iframe src='//vk.com/video_ext.php?oid=-123&id=456&hash=abc'></iframe>",
      })
  void postsOfOtherPlatformsAreFound(String keyAndHtml) {
    String[] parts = keyAndHtml.split("\\|", 2);
    assertThat(keys(parts[1])).containsExactly(parts[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>See <a href='https://www.instagram.com/p/C6bNENRABI0/'>this photo</a> of Ana.</p>",
        "<p><a href='https://www.youtube.com/watch?v=aB3_dE5-gH7'>Watch the video</a></p>",
        "<p>Two: <br>https://youtu.be/aB3_dE5-gH7</p>",
        "<p><b>Here</b> <a href='https://youtu.be/aB3_dE5-gH7'>https://youtu.be/aB3_dE5-gH7</a></p>",
        "<p>Video: https://youtu.be/aB3_dE5-gH7</p>",
        "<ul><li>https://youtu.be/aB3_dE5-gH7</li></ul>",
        "<figure><img src=a.jpg><figcaption><a href='https://www.instagram.com/p/C6bNENRABI0/'>"
            + "https://www.instagram.com/p/C6bNENRABI0/</a></figcaption></figure>",
        "<blockquote><p>As she said in <a href='https://www.facebook.com/ana/posts/1234567890'>her"
            + " post</a>, no.</p></blockquote>",
        "<blockquote><a href='https://youtu.be/aB3_dE5-gH7'>The speech</a></blockquote>",
        "<fb:comments href='https://www.facebook.com/ana/posts/1234567890'></fb:comments>",
        "<img src=a.jpg data-url='https://www.instagram.com/p/C6bNENRABI0/'>",
        "<div data-credit-url='https://www.instagram.com/p/C6bNENRABI0/'></div>",
        "<a href='https://www.facebook.com/sharer.php?u=https://example.org' data-href='x'>Share</a>",
        "<div class='fb-page' data-href='https://www.facebook.com/ana'></div>",
        "<div class='fb-like' data-href='https://www.facebook.com/ana/posts/1234567890'></div>",
        "<div class='fb-comments' data-href='https://www.facebook.com/ana/posts/1234567890'></div>",
        "<amp-facebook-comments data-href='https://www.facebook.com/ana/posts/1234567890'>"
            + "</amp-facebook-comments>",
        "<iframe src='https://www.facebook.com/plugins/page.php?href=https%3A%2F%2F"
            + "www.facebook.com%2Fana'></iframe>",
        "<iframe src='https://www.youtube.com/embed/videoseries?list=PLabc'></iframe>",
        "<iframe src='https://www.youtube.com/embed/live_stream?channel=UCabc'></iframe>",
        "<div class='live-widget'><iframe src='https://www.youtube.com/embed/aB3_dE5-gH7'></iframe>"
            + "</div>",
        "<div class='widget widget_media_video'><iframe"
            + " src='https://www.youtube.com/embed/aB3_dE5-gH7'></iframe></div>",
        "<div class='epyt-gallery'><div data-videoid='aB3_dE5-gH7' class='epyt-youtube'></div></div>",
        "<div id='wpzoom-instagram'><div data-url='https://www.instagram.com/p/C6bNENRABI0/'></div>"
            + "</div>",
        "<div class='g-ytsubscribe' data-channelid='UCabc'></div>",
        "<div class='video' data-video-id='31887330'></div>",
        "<div class='jw' data-video-id='aB3_dE5-gH7'></div>",
        "<blockquote class='tiktok-embed' cite='https://www.tiktok.com/@ana' data-unique-id='ana'"
            + " data-embed-type='creator'><section><a href='https://www.tiktok.com/@ana'>@ana</a>"
            + "</section></blockquote>",
        "<script data-telegram-discussion='demochannel/123'></script>",
        "<script data-telegram-login='demobot'></script>",
        "<script>show('https://www.youtube.com/embed/')</script>",
        "<script>open('https://www.youtube.com/watch?v=aB3_dE5-gH7')</script>",
        "<script>var promo = 'https://www.youtube.com/embed/aB3_dE5-gH7';</script>",
        "<script>x = {player: 'YT.Player(', videoId: 'none'}</script>",
        "<div class='brightcove' videoid='aB3_dE5-gH7'></div>",
        "<script>VK.Widgets.Group('vk_groups', {mode: 3}, 123);</script>",
        "<a class='twitter-timeline' href='https://twitter.com/ana'>Posts</a>",
        "<blockquote class='twitter-tweet'><a href='https://twitter.com/ana/status/1919000000000000000'>"
            + "May 4, 2025</a></blockquote>",
        "<!-- <iframe src='https://www.youtube.com/embed/aB3_dE5-gH7'></iframe> -->",
      })
  void whatOnlyLooksLikeAnEmbedIsNone(String html) {
    assertThat(keys(html)).isEmpty();
  }

  @Test
  void postsAreGivenInThePagesOrder() {
    List<FoundPost> posts =
        new PlatformEmbedFinder()
            .find(
                Jsoup.parse(
                    "<p>https://youtu.be/aB3_dE5-gH7</p><script"
                        + " data-telegram-post='demochannel/123'></script><amp-instagram"
                        + " data-shortcode='C6bNENRABI0'></amp-instagram>"),
                LATEST);
    assertThat(posts)
        .extracting(FoundPost::platform)
        .containsExactly("youtube", "telegram", "instagram");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote class='instagram-media' data-id='aB3_dE5-gH7'><a href=x></a>",
        "<div class='fb-post'><p>",
        "<div data-id='aB3_dE5-gH7'>",
        "<blockquote><blockquote></blockquote><a href='https://youtu.be/aB3_dE5-gH7'></a>",
        "https://youtu.be/aB3_dE5-gH7<br>",
        "<span>https://youtu.be/aB3_dE5-gH7 ",
        "<p data-attrs='{\"url\":[[[['></p>",
      })
  void hostilePagesAreReadInLinearTime(String piece) {
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> keys(piece.repeat(40_000)));
  }
}
