// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import io.postwatch.ingest.extract.skim.Trace.Kind;
import java.util.List;

/**
 * The table of traces: every shape that a finder knows has a line here, or pages that embed nothing
 * else would be passed over. {@code PageSkimTest} holds each shape's fixture against it.
 *
 * <p>A slash stands in four forms in pages: plain, {@code \/} in JSON, {@code %2F} in parameters,
 * {@code \u002F} in scripts; words with slashes are written out in the forms that they need.
 */
final class Traces {
  /** The end of a host, and the slash after it. */
  private static final String ROOT = "(?::\\d{1,5})?/+";

  private static final String REST = "[^\"']{0,300}?";

  static final List<Trace> POSTS =
      List.of(
          // X: addresses, then ids in attributes and in the state of single-page apps.
          Trace.of(
              "(?:/|2f)status(?:es)?/+\\d",
              "/status/",
              "/status\\",
              "/status%",
              "/statuse",
              "2fstatus"),
          Trace.at(
              "(?:w\\.|m\\.|[/\\\\]{1,2}|2f)?(?:twitter|x)\\.com"
                  + ROOT
                  + "(?:embed/|i/(?:videos|cards)/|[^\"']{0,80}?status)",
              List.of(
                  "intent/tweet",
                  "intent/follow",
                  "intent/user",
                  "home?",
                  "share?",
                  "hashtag/",
                  "search?"),
              "twitter.com",
              "//x.com/",
              "\\/x.com\\",
              "2fx.com%",
              "2fx.com\\",
              "w.x.com/",
              "m.x.com/",
              "m.x.com\\",
              "m.x.com%"),
          Trace.named(
              Kind.TWEET,
              "twitter",
              "?tweet?",
              "data-x-id",
              "data-x-post",
              "x-embed",
              "embed-x",
              "data-media-site"),
          Trace.of("createtweet(?:embed)?\\(", "createtweet"),
          Trace.of("twitter\\.min\\.html#\\d", "twitter.min.html"),

          // YouTube: players and videos, then ids in attributes.
          Trace.at(
              "youtube[\\w.-]{0,20}\\.com"
                  + ROOT
                  + "(?:(?:embed|v|e|shorts|live)/+(?!videoseries|live_stream)[\\w-]{11}"
                  + "|vi/|watch"
                  + REST
                  + "[?&;]v=[\\w-]{11})",
              List.of("channel/", "user/", "c/", "iframe_api", "subscri"),
              "youtube.com",
              "youtube-nocookie",
              "youtube.googleapis"),
          Trace.of("youtu\\.be" + ROOT + "[\\w-]{11}", "youtu.be"),
          Trace.of(
              "",
              "id=\"lyte_",
              "id='lyte_",
              "id=lyte_",
              "id=\"wyl_",
              "id='wyl_",
              "id=wyl_",
              "youtube2-"),
          Trace.named(
              Kind.PLAYER,
              "youtube",
              "ytimg.com",
              "videoid",
              "video_id",
              "video-id",
              "data-yt",
              "shortcode"),

          // Instagram and TikTok: ids in the state of single-page apps.
          Trace.named(Kind.PLAYER, "instagram\"", "instagram'", "instagram\\"),
          Trace.named(Kind.TWEET, "?tiktok"),

          // The others, by their addresses.
          Trace.at(
              "instagr(?:am\\.com|\\.am)" + ROOT + "(?:[\\w.]{1,30}/+)?(?:p|reels?|tv)/+[\\w-]{5}",
              List.of("explore/", "accounts/"),
              "instagram.com",
              "instagr.am"),
          Trace.of("amp-instagram", "amp-instagram"),
          Trace.at(
              "(?:facebook|(?://|w\\.|/|2f)fb)\\.com"
                  + ROOT
                  + "(?:plugins/(?:post|video)(?:\\.php)?\\?|(?!sharer|share\\.php|dialog/|tr[/?]"
                  + "|plugins/(?:like|page|follow|share|comments|send))"
                  + REST
                  + "(?:posts?|permalink|videos?|photos?|reels?|fbid|[?&;]v=|video_id|permalinks)"
                  + REST
                  + "(?:\\d{4}|pfbid))",
              List.of(
                  "sharer",
                  "share.php",
                  "dialog/",
                  "tr?",
                  "plugins/like",
                  "plugins/page",
                  "plugins/follow",
                  "plugins/share"),
              "facebook.com",
              "//fb.com",
              "w.fb.com",
              "\\/fb.com",
              "2ffb.com"),
          Trace.of("fb\\.watch" + ROOT + "\\w", "fb.watch"),
          Trace.at(
              "tiktok\\.com"
                  + ROOT
                  + "(?:@?[\\w.]{1,30}/+(?:video|photo)/+\\d|(?:embed|player)/+(?:v\\d/+)?\\d|v/+\\d)",
              List.of(),
              "tiktok.com"),
          Trace.of("tiktok-embed|amp-tiktok", "tiktok-embed", "amp-tiktok"),
          Trace.at(
              "threads\\.(?:net|com)" + ROOT + "(?:@?[\\w.]{1,30}/+post|t)/+[\\w-]{5}",
              List.of(),
              "threads.net",
              "threads.com"),
          Trace.of(
              "bsky\\.app" + ROOT + "(?:profile/+[^\"'<>/]{1,253}/+post|embed)/|bsky\\.feed",
              "bsky.app",
              "bsky.feed"),
          Trace.of(
              "reddit(?:media)?\\.com" + ROOT + REST + "comments/+\\w{4}|/redd\\.it/+\\w{4}",
              "reddit.com",
              "redditmedia",
              "/redd.it"),
          Trace.of(
              "(?:[/\\\\]|2f|w\\.)?(?:/?t|telegram)\\.(?:me|dog)"
                  + ROOT
                  + "(?:s/+)?[a-z]\\w{3,31}/+\\d",
              "//t.me/",
              "\\/t.me\\",
              "2ft.me%",
              "2ft.me\\",
              "w.t.me/",
              "telegram.me",
              "telegram.dog"),
          Trace.of("data-telegram-post", "data-telegram-post"),
          Trace.of(
              "truthsocial\\.com" + ROOT + "(?:@|users/)\\w{1,60}/+(?:posts/+|statuses/+)?\\w",
              "truthsocial"),
          Trace.of(
              "(?:[wm]?[./]{1,2}|2f)?vk(?:video)?\\.(?:com|ru)"
                  + ROOT
                  + REST
                  + "(?:(?:wall|video|clip)-?\\d|video_ext|widget_post)",
              "w.vk.com",
              "m.vk.com",
              "//vk.com",
              "\\/vk.com",
              "2fvk.com",
              ".vk.ru/",
              "/vk.ru/",
              "/vk.ru\\",
              "2fvk.ru",
              "vkvideo.ru"),
          Trace.of("<amp-vk|widgets\\.post", "<amp-vk", "widgets.post"),

          // The fediverse, beside what SignedHandles sees: servers of other software.
          Trace.of(
              "(?:/|2f)?notice/+\\w{18}|(?:/|2f)?notes/+\\w{10}",
              "/notice/",
              "/notice\\",
              "2fnotice",
              "/notes/",
              "/notes\\",
              "2fnotes"),

          // Signs of addresses and signatures by their names in the HTML standard.
          Trace.of(
              "", "?&sol;?", "&commat;", "&period;", "&colon;", "&lowbar;", "&quest;", "&equals;"));

  /** What makes an embed of links in words: a quote, a box, in whatever form. */
  static final List<Trace> FRAMES =
      List.of(
          Trace.named(Kind.NAME, "twitter", "?tweet?", "x-embed", "embed-x", "?bbpbox"),
          Trace.named(Kind.QUOTE, "<blockquote"),
          Trace.named(Kind.END_OF_QUOTE, "/blockquote"),
          Trace.named(
              Kind.FRAME,
              ";blockquote",
              "3cblockquote",
              "twitter-tweet",
              "twitter-video",
              "embed-twitter",
              "tweet-embed",
              "tweet-link",
              "react-tweet",
              "twitterstatus",
              "bbptweet",
              "class=\"tweet",
              "class='tweet",
              "instagram-media",
              "text-post-media",
              "bluesky-embed",
              "mastodon-embed",
              "truthsocial-embed",
              "reddit-embed",
              "reddit-card",
              "\"fb-post",
              "'fb-post",
              " fb-post",
              "=fb-post",
              "fb-video",
              "fb-xfbml",
              "embedly-card",
              "data-iframely"));

  private Traces() {}
}
