// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** One page for each shape of embed, all invented, each with nothing else that a finder takes. */
final class Embeds {
  static final String X_ID = "1919000000000000000";
  private static final String STATUS = "https://twitter.com/ana_demo/status/" + X_ID;
  private static final String QUOTE =
      "<blockquote class=\"twitter-tweet\"><p>The bridge is gone.</p>&mdash; Ana Demo (@ana_demo) <a href=\""
          + STATUS
          + "\">May 4, 2025</a></blockquote>";
  private static final String BARE_QUOTE =
      "<blockquote class=\"twitter-tweet\"><a href=\"" + STATUS + "\"></a></blockquote>";

  /** The markup in the article's place, by what it is. */
  static final Map<String, String> MARKUP = new LinkedHashMap<>();

  static {
    MARKUP.put("X blockquote", QUOTE);
    MARKUP.put("X blockquote of a link alone", BARE_QUOTE);
    MARKUP.put("X blockquote without class", QUOTE.replace(" class=\"twitter-tweet\"", ""));
    MARKUP.put("X blockquote at x.com", QUOTE.replace("twitter.com", "x.com"));
    MARKUP.put(
        "X blockquote in capitals",
        BARE_QUOTE
            .replace("blockquote", "BLOCKQUOTE")
            .replace("https://twitter", "HTTPS://TWITTER"));
    MARKUP.put("X blockquote of statuses", BARE_QUOTE.replace("/status/", "/statuses/"));
    MARKUP.put(
        "X signature without blockquote",
        "<p>The bridge is gone. &mdash; Ana Demo (@ana_demo) May 4, 2025</p>");
    MARKUP.put(
        "X signature with a linked handle",
        "<p>The bridge is gone. &mdash; Ana Demo (<a href=\"#\">@ana_demo</a>) May 4, 2025</p>");
    MARKUP.put(
        "X signature in full-width signs", "<p>橋がなくなった。 — Ana Demo（＠ana_demo） May 4, 2025</p>");
    MARKUP.put("X address alone", "<p>" + STATUS + "</p>");
    MARKUP.put("X address alone as a link", "<p><a href=\"" + STATUS + "\">" + STATUS + "</a></p>");
    MARKUP.put(
        "amp-twitter",
        "<amp-twitter width=375 height=472 layout=responsive data-tweetid=\""
            + X_ID
            + "\"></amp-twitter>");
    MARKUP.put(
        "X iframe",
        "<iframe src=\"https://platform.twitter.com/embed/Tweet.html?dnt=true&amp;id="
            + X_ID
            + "\"></iframe>");
    MARKUP.put("X iframe rendered", "<iframe class=\"\" data-tweet-id=\"" + X_ID + "\"></iframe>");
    MARKUP.put(
        "X custom element",
        "<twitter-widget class=\"twitter-tweet\" data-tweet-id=\"" + X_ID + "\"></twitter-widget>");
    MARKUP.put(
        "X placeholder of an id", "<div class=\"embed\" data-tweet-id='" + X_ID + "'></div>");
    MARKUP.put(
        "X placeholder of an address",
        "<div class=\"embed-twitter\" data-oembed-url=\"" + STATUS + "\"></div>");
    MARKUP.put(
        "X placeholder of type and id",
        "<div data-embed-type=\"twitter\" data-embed-id=\"" + X_ID + "\"></div>");
    MARKUP.put(
        "X placeholder of id attribute", "<div class=\"tweet\" id=\"tweet-" + X_ID + "\"></div>");
    MARKUP.put(
        "X card of several links",
        "<div class=\"tweet\"><a class=\"tweet-link-top\" href=\""
            + STATUS
            + "\"><div class=\"tweet-header\">Ana</div>The bridge is gone.</a><a href=\""
            + STATUS
            + "\">May 4th 2025</a></div>");
    MARKUP.put(
        "X card of React",
        "<div class=\"react-tweet-theme\"><article><a href=\""
            + STATUS
            + "\"><img src=\"a.jpg\"></a><p lang=\"en\" dir=\"auto\">The bridge is gone.</p></article></div>");
    MARKUP.put(
        "X card saved from X's site",
        "<article data-testid=\"tweet\"><a href=\""
            + STATUS
            + "\">May 4</a><div data-testid=\"tweetText\">The bridge is gone.</div></article>");
    MARKUP.put(
        "X card of Blackbird Pie",
        "<div class='bbpBox1'><p class='bbpTweet'>The bridge is gone.<span class='timestamp'><a href='"
            + STATUS
            + "'>May 4, 2025</a></span></p></div>");
    MARKUP.put(
        "X card of Discourse",
        "<aside class=\"onebox twitterstatus\"><h4><a href=\""
            + STATUS
            + "\">Ana</a></h4><div class=\"tweet\">The bridge is gone.</div></aside>");
    MARKUP.put(
        "X box with an empty link",
        "<div class=\"tweet-embed\"><a href=\"" + STATUS + "\"></a></div>");
    MARKUP.put(
        "X link in a figure of WordPress",
        "<figure class=\"wp-block-embed-twitter\"><div class=\"wp-block-embed__wrapper\">\n"
            + STATUS
            + "\n</div></figure>");
    MARKUP.put(
        "X markup in JSON", "<script>window.__state={\"body\":\"" + json(QUOTE) + "\"}</script>");
    MARKUP.put(
        "X markup in JSON with \\u002F",
        "<script type=\"application/json\">{\"body\":\""
            + json(BARE_QUOTE)
                .replace("\\/", "\\u002F")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
            + "\"}</script>");
    MARKUP.put(
        "X id in JSON",
        "<script type=\"application/json\">{\"blocks\":[{\"type\":\"embed\",\"tweetId\":\""
            + X_ID
            + "\"}]}</script>");
    MARKUP.put(
        "X id of a typed object in JSON",
        "<script type=\"application/json\">{\"blocks\":[{\"type\":\"tweet\",\"id\":\""
            + X_ID
            + "\"}]}</script>");
    MARKUP.put(
        "X call of its library",
        "<div id=t></div><script>twttr.widgets.createTweet('"
            + X_ID
            + "', document.getElementById('t'));</script>");
    MARKUP.put(
        "X frame of forums",
        "<iframe src=\"https://s9e.github.io/iframe/2/twitter.min.html#" + X_ID + "\"></iframe>");
    MARKUP.put(
        "X box of forums",
        "<div class=\"bbMediaWrapper\" data-media-site-id=\"twitter\" data-media-key=\""
            + X_ID
            + "\"></div>");
    MARKUP.put("X shortcode", "<p>[embed]" + STATUS + "[/embed]</p>");
    MARKUP.put("X markup in an attribute", "<div data-html=\"" + html(BARE_QUOTE) + "\"></div>");
    MARKUP.put(
        "X markup in a template", "<script type=\"text/template\">" + BARE_QUOTE + "</script>");
    MARKUP.put(
        "X markup in a text field",
        "<textarea class=\"consent\">" + html(BARE_QUOTE) + "</textarea>");
    MARKUP.put(
        "X markup in base64", "<script type=\"text/plain\">" + base64(BARE_QUOTE) + "</script>");
    MARKUP.put(
        "X markup in base64, shifted",
        "<script type=\"text/plain\">" + base64("<p> </p>" + BARE_QUOTE) + "</script>");
    MARKUP.put(
        "X markup in percent signs", "<div data-html=\"" + percent(BARE_QUOTE) + "\"></div>");
    MARKUP.put(
        "YouTube iframe",
        "<iframe src=\"https://www.youtube.com/embed/abcDEF-_123?rel=0\"></iframe>");
    MARKUP.put(
        "YouTube iframe without cookies",
        "<iframe src=\"//www.youtube-nocookie.com/embed/abcDEF-_123\"></iframe>");
    MARKUP.put("YouTube address alone", "<p>https://youtu.be/abcDEF-_123</p>");
    MARKUP.put(
        "YouTube address of a watch page alone",
        "<p>https://www.youtube.com/watch?v=abcDEF-_123</p>");
    MARKUP.put("YouTube id", "<lite-youtube videoid=\"abcDEF-_123\"></lite-youtube>");
    MARKUP.put(
        "YouTube id beside its name",
        "<div class=\"youtube-player\" data-id=\"abcDEF-_123\"></div>");
    MARKUP.put(
        "YouTube id in the name of a box",
        "<div class=lyMe id=\"WYL_abcDEF-_123\"><div id=\"lyte_abcDEF-_123\"></div></div>");
    MARKUP.put(
        "YouTube address alone between paragraphs",
        "<p>one</p><p>https://www.youtube.com/shorts/abcDEF-_123</p><p>two</p>");
    MARKUP.put("YouTube id in an attribute", "<div class=lite data-ytid=\"abcDEF-_123\"></div>");
    MARKUP.put(
        "YouTube call of its library",
        "<div id=p></div><script>new YT.Player('p', {width: 640, videoId: 'abcDEF-_123'});</script>");
    MARKUP.put(
        "YouTube id of a typed object in JSON",
        "<script type=\"application/json\">{\"blocks\":[{\"type\":\"youtube\",\"videoId\":\"abcDEF-_123\"}]}</script>");
    MARKUP.put(
        "YouTube id beside its name in JSON",
        "<script type=\"application/json\">{\"blocks\":[{\"id\":\"abcDEF-_123\",\"provider\":\"youtube\"}]}</script>");
    MARKUP.put(
        "YouTube by a function",
        "<script>renderExternalContent(\"https://www.youtube.com/embed/abcDEF-_123\")</script>");
    MARKUP.put(
        "YouTube by another service",
        "<iframe src=\"https://cdn.demo.example/embed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DabcDEF-_123\"></iframe>");
    MARKUP.put(
        "Instagram blockquote",
        "<blockquote class=\"instagram-media\" data-instgrm-permalink=\"https://www.instagram.com/p/AbCdEfGhIjK/?utm_source=ig_embed\"><a href=\"https://www.instagram.com/p/AbCdEfGhIjK/\">View</a></blockquote>");
    MARKUP.put(
        "Instagram reel in an iframe",
        "<iframe src=\"https://www.instagram.com/reel/AbCdEfGhIjK/embed/\"></iframe>");
    MARKUP.put(
        "amp-instagram",
        "<amp-instagram data-shortcode=\"AbCdEfGhIjK\" width=400 height=400></amp-instagram>");
    MARKUP.put(
        "Instagram code of a typed object in JSON",
        "<script type=\"application/json\">{\"blocks\":[{\"type\":\"instagram\",\"shortcode\":\"AbCdEfGhIjK\"}]}</script>");
    MARKUP.put(
        "Facebook post",
        "<div class=\"fb-post\" data-href=\"https://www.facebook.com/demo.page/posts/10150000000000001/\"></div>");
    MARKUP.put(
        "Facebook player",
        "<iframe src=\"https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fdemo.page%2Fposts%2F10150000000000001&amp;width=500\"></iframe>");
    MARKUP.put(
        "Facebook video",
        "<div class=\"fb-video\" data-href=\"https://www.facebook.com/watch/?v=10150000000000001\"></div>");
    MARKUP.put(
        "TikTok blockquote",
        "<blockquote class=\"tiktok-embed\" cite=\"https://www.tiktok.com/@ana.demo/video/7100000000000000001\" data-video-id=\"7100000000000000001\"><section></section></blockquote>");
    MARKUP.put(
        "TikTok iframe",
        "<iframe src=\"https://www.tiktok.com/embed/v2/7100000000000000001\"></iframe>");
    MARKUP.put(
        "TikTok id of a typed object in JSON",
        "<script type=\"application/json\">{\"blocks\":[{\"type\":\"tiktok\",\"id\":\"7100000000000000001\"}]}</script>");
    MARKUP.put(
        "Threads blockquote",
        "<blockquote class=\"text-post-media\" data-text-post-permalink=\"https://www.threads.net/@ana.demo/post/AbCdEfGhIjK\"></blockquote>");
    MARKUP.put(
        "Bluesky blockquote",
        "<blockquote class=\"bluesky-embed\" data-bluesky-uri=\"at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3kabcdefghi2a\"><p>Gone.</p></blockquote>");
    MARKUP.put(
        "Bluesky iframe",
        "<iframe src=\"https://embed.bsky.app/embed/did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3kabcdefghi2a\"></iframe>");
    MARKUP.put(
        "Mastodon iframe",
        "<iframe src=\"https://social.demo.example/@ana_demo/110000000000000001/embed\" class=\"mastodon-embed\"></iframe>");
    MARKUP.put(
        "Mastodon address alone",
        "<p>https://social.demo.example/@ana_demo/110000000000000001</p>");
    MARKUP.put(
        "Reddit blockquote",
        "<blockquote class=\"reddit-embed-bq\"><a href=\"https://www.reddit.com/r/demo/comments/abc123/a_title/\">A title</a></blockquote>");
    MARKUP.put(
        "Reddit iframe",
        "<iframe src=\"https://www.redditmedia.com/r/demo/comments/abc123/a_title/?embed=true\"></iframe>");
    MARKUP.put(
        "Telegram script",
        "<script async src=\"https://telegram.org/js/telegram-widget.js?22\" data-telegram-post=\"demochannel/123\"></script>");
    MARKUP.put(
        "Telegram blockquote",
        "<blockquote class=\"telegram-post\" data-telegram-post=\"demochannel/123\"></blockquote>");
    MARKUP.put("Telegram iframe", "<iframe src=\"https://t.me/demochannel/123?embed=1\"></iframe>");
    MARKUP.put(
        "Truth Social iframe",
        "<iframe src=\"https://truthsocial.com/@demo/posts/110000000000000001/embed\"></iframe>");
    MARKUP.put(
        "VK script",
        "<div id=\"vk_post\"></div><script>VK.Widgets.Post(\"vk_post\", -1, 45616, 'hash');</script>");
    MARKUP.put(
        "VK video",
        "<iframe src=\"https://vk.com/video_ext.php?oid=-1&amp;id=456239018\"></iframe>");
  }

  private Embeds() {}

  /** A whole page with one of them. */
  static String page(String markup) {
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Flood in the old town</title></head>
        <body><article><h1>Flood in the old town</h1>
        <p>The river rose in the night, and the council met on Monday to talk of the bridge.</p>
        %s
        <p>Schools stay closed until Thursday.</p></article></body></html>
        """
        .formatted(markup);
  }

  private static String json(String text) {
    return text.replace("\"", "\\\"").replace("/", "\\/");
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String percent(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
