// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that content systems give X posts, and what looks like them. All is invented. */
class XShapesTest {
  private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final String ID = "1919000000000000000";
  private static final String URL = "https://twitter.com/Ana_Demo/status/" + ID;
  private static final String TWEET =
      "<blockquote class='twitter-tweet'><p>Bridge gone.</p>&mdash; Ana (@Ana_Demo) <a href='"
          + URL
          + "'>May 4, 2025</a></blockquote>";
  private static final String PROSE = "<p>" + "The council met on Monday. ".repeat(9) + "</p>";

  private static List<EmbeddedPost> extract(String body) {
    String page =
        "<html><head><title>Flood</title>"
            + "<link rel=canonical href='https://demo.example/2025/flood-in-kisumu'></head><body>"
            + "<article><h1>Flood</h1>"
            + PROSE
            + "%s</article></body></html>";
    return new PostExtractor()
        .extract(
            new Document("-", page.formatted(body.replace("%", "%%")).replace("%%", "%")), SEEN);
  }

  private static EmbeddedPost only(String body) {
    List<EmbeddedPost> posts = extract(body.replace("ID", ID).replace("URL", URL));
    assertThat(posts).extracting(EmbeddedPost::getId).containsExactly(ID);
    return posts.get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<amp-twitter width=1 height=1 layout=responsive data-tweetid='ID'></amp-twitter>",
        "<amp-twitter data-tweetid='URL?s=20'></amp-twitter>",
        "<iframe src='https://platform.twitter.com/embed/Tweet.html?dnt=true&amp;frame=false&amp;id=ID&amp;lang=en'>"
            + "</iframe>",
        "<iframe src='//platform.x.com/embed/index.html?id=ID'></iframe>",
        "<iframe id='twitter-widget-0' class='twitter-tweet twitter-tweet-rendered'"
            + " data-tweet-id='ID' src='./saved_files/Tweet.html'></iframe>",
        "<iframe data-tweet-id='ID'></iframe>",
        "<iframe src='about:blank' data-src='https://platform.twitter.com/embed/Tweet.html?id=ID'>"
            + "</iframe>",
        "<iframe data-cookieblock-src='https://twitframe.com/show?url=https%3A%2F%2Fx.com%2Fa%2Fstatus%2FID'>"
            + "</iframe>",
        "<iframe src='https://cdn.iframe.ly/api/iframe?url=https%3A%2F%2Ftwitter.com%2Fa%2Fstatus%2FID&amp;key=1'>"
            + "</iframe>",
        "<iframe src='https://twitter.com/i/videos/tweet/ID'></iframe>",
        "<div data-s9e-mediaembed='twitter'>"
            + "<iframe src='https://s9e.github.io/iframe/2/twitter.min.html#ID#theme=light'></iframe></div>",
        "<div class='bbMediaWrapper' data-media-site-id='twitter' data-media-key='ID'></div>",
        "<figure data-provider='twitter' data-url='https%3A%2F%2Ftwitter.com%2Fa%2Fstatus%2FID'>"
            + "</figure>",
        "<div id=t></div><script>twttr.widgets.createTweet('ID', document.getElementById('t'));"
            + "</script>",
        "<script>renderExternalContent(\"https://platform.twitter.com/embed/Tweet.html?id=ID\")"
            + "</script>",
        "<iframe src='/media/oembed?url=https%3A//twitter.com/a/status/ID&amp;hash=x'></iframe>",
        "<amp-iframe src='https://cdn.embedly.com/widgets/media.html?url=https%3A%2F%2Fx.com%2Fa%2Fstatus%2FID'>"
            + "</amp-iframe>",
        "<twitter-widget class='twitter-tweet twitter-tweet-rendered' data-tweet-id='ID'>"
            + "</twitter-widget>",
        "<twitterwidget data-tweet-id='ID'></twitterwidget>",
        "<embetty-tweet status='ID'></embetty-tweet>",
        "<div data-tweet-id='ID'></div>",
        "<div class='js-tweet' data-tweetid=ID></div>",
        "<div id='tweet-ID'></div>",
        "<div class='tweet-embed' data-id='ID'></div>",
        "<div data-type='tweet' data-embed-id='ID'></div>",
        "<div data-embed-provider='twitter' data-embed-id='ID'></div>",
        "<div class='embed' data-url='URL'></div>",
        "<div data-oembed-url='URL'><div></div></div>",
        "<figure class='media'><oembed url='URL'></oembed></figure>",
        "<p data-resourceurl='URL'></p>",
        "<div data-href='https://x.com/i/status/ID'></div>",
        "<div data-embedded-url='https://mobile.twitter.com/a/status/ID'></div>",
        "<div class='iframely-embed'><a href='URL' data-iframely-url></a></div>",
        "<a class='embedly-card' href='URL'>Embedly</a>",
        "<div class='react-tweet' data-react-props='{\"tweetId\":\"ID\"}'></div>",
        "<div data-react-props='{\"type\": \"twitter\", \"url\": \"URL\"}'></div>",
        "<blockquote data-twitter='ID'></blockquote>",
        "<blockquote data-tweetid='ID'><a href='URL'></a></blockquote>",
        "<blockquote class='twitter-video'><a href='URL'></a></blockquote>",
        "<div class='embed-twitter'><a href='URL'>URL</a></div>",
        "<div class='twitter-tweet'><a href='URL'></a></div>",
        "<p class='twitter-tweet'><a href='URL'>May 4, 2025</a></p>",
        "<div class='social-embed' data-provider='twitter'><a href='URL'>View</a></div>",
        "<figure class='wp-block-embed is-provider-twitter'><div class='wp-block-embed__wrapper'>\nURL\n"
            + "</div></figure>",
        "<p>[tweet URL]</p>",
        "<p>[embed]URL[/embed]</p>",
        "<p>[embed width=\"500\"]URL[/embed]</p>",
        "<div>\n[twitter url=\"URL\" align='center']\n</div>",
        "<p>URL</p>",
        "<p><a href='URL'>URL</a></p>",
        "<p><a href='URL'>twitter.com/Ana_Demo/status…</a></p>",
        "<p><a href='https://web.archive.org/web/20250505000000/URL'>URL</a></p>",
        "<blockquote class='twitter-tweet'>"
            + "<a href='https://web.archive.org/web/20250505000000/URL'>May 4</a></blockquote>",
        "<blockquote class='twitter-tweet'>"
            + "<a href='https://archive.ph/o/aB3dE/URL'>May 4</a></blockquote>",
      })
  void aPostThatThePageDoesNotShowIsFoundByWhatStandsForIt(String shape) {
    assertThat(only(shape).getText()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "<div class='wp-block-embed__wrapper'>%s</div>",
        "<div data-tweet-id='ID'>%s</div>",
        "<aside class='embed embed--tweet'>%s</aside>",
        "<template>%s</template>",
        "<noscript>%s</noscript>",
        "<script type='text/template'>%s</script>",
        "<script type='text/x-handlebars-template'>%s</script>",
        "<script type='text/plain'>%s</script>",
        "<textarea class='consent' style='display:none'>%s</textarea>",
        "<div data-consent-html=\"%s\"></div>",
        "<iframe srcdoc=\"%s\"></iframe>",
        "<script>window.__INITIAL_STATE__ = {\"article\": {\"body\": \"<p>x</p>%s\"}};</script>",
        "<script>self.__next_f.push([1, \"{\\\"body\\\": \\\"%s\\\"}\"])</script>",
        "<script>self.__next_f.push([1,\"1:{\\\"body\\\":\\\"<p>x</p><blo\"])</script><script>"
            + "self.__next_f.push([1,\"ckquote class='embed'>%s</blockquote>\\\"}\\n\"])</script>",
        "<script>window.__NUXT__=(function(a,b){return {data:[{body:\"%s\",x:a}]}}(1,void 0))</script>",
        "<script id='__NEXT_DATA__' type='application/json'>{\"props\":{\"pageProps\":{\"article\":"
            + "{\"title\":\"Flood\",\"slug\":\"flood-in-kisumu\",\"content\":[{\"html\":\"%s\"}]}}}}</script>",
        "<script>Fusion.globalContent={\"content_elements\":[{\"type\":\"oembed_response\","
            + "\"raw_oembed\":{\"provider_name\":\"Twitter\",\"html\":\"%s\"}}]};Fusion.x={};</script>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"%s\"}</script>",
      })
  void aPostsWordsAreReadWhereverTheyAreHidden(String shape) {
    EmbeddedPost post = only(shape.replace("%s", TWEET));
    assertThat(post.getText()).isEqualTo("Bridge gone.");
    assertThat(post.getHandle()).isEqualTo("ana_demo");
    assertThat(post.getAuthor()).isEqualTo("Ana");
  }

  @Test
  void markupMayBeEscapedOrEncoded() {
    String escaped = TWEET.replace("<", "&lt;").replace(">", "&gt;");
    String unicode =
        TWEET
            .replace("<", "\\u003C")
            .replace(">", "\\u003e")
            .replace("/", "\\/")
            .replace("'", "\\u0027");
    String encoded = Base64.getEncoder().encodeToString(TWEET.getBytes());
    for (String shape :
        List.of(
            "<div data-html=\"" + escaped + "\"></div>",
            "<div data-html=\"" + escaped.replace("&", "&amp;") + "\"></div>",
            "<textarea>" + escaped + "</textarea>",
            "<script>x = {body: \"" + unicode + "\"}</script>",
            "<script>x = JSON.parse('{\"body\": \""
                + unicode.replace("\\", "\\\\")
                + "\"}')</script>",
            "<script type='application/json'>{\"a\": \"" + escaped + "\"}</script>",
            "<script id='serverApp-state' type='application/json'>{&q;body&q;:&q;"
                + TWEET
                    .replace("&", "&a;")
                    .replace("<", "&l;")
                    .replace(">", "&g;")
                    .replace("'", "&s;")
                + "&q;}</script>",
            "<script type='text/template'>" + encoded + "</script>",
            "<div data-code='" + encoded + "'></div>")) {
      assertThat(only(shape).getText()).as(shape).isEqualTo("Bridge gone.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"tweet\", \"id\": \"ID\"}",
        "{\"type\": \"tweet\", \"data\": {\"id\": \"ID\"}}",
        "{\"_type\": \"twitter\", \"attrs\": {\"url\": \"URL\"}}",
        "{\"__typename\": \"TwitterEmbed\", \"tweetId\": \"ID\"}",
        "{\"role\": \"tweet\", \"URL\": \"URL\"}",
        "{\"type\": \"oembed\", \"url\": \"https:\\/\\/x.com\\/a\\/status\\/ID\"}",
        "{\"type\": \"social\", \"model\": {\"provider\": \"twitter\", \"source\": \"URL\"}}",
        "{\"type\": \"reference\", \"referent\": {\"type\": \"twitter\", \"id\": \"URL\"}}",
        "{\"nodeType\": \"embedded-entry-block\", \"fields\": {\"tweetUrl\": \"URL\"}}",
        "{\"tweets\": [\"URL\"]}",
        "{type: 'embed', url: 'URL'}",
        "{\"__typename\": \"MediaResource\", \"iframeSrc\":"
            + " \"https://cdn.embedly.com/widgets/media.html?url=https%3A%2F%2Fx.com%2Fa%2Fstatus%2FID\"}",
      })
  void objectsOfAStateThatStandForAPostAreFound(String object) {
    only(
        "<script>window.__STATE__ = {\"body\": [%s, {\"type\": \"text\"}]};</script>"
            .replace("%s", object));
  }

  @Test
  void aPostKeptWholeInAStateGivesItsWords() {
    EmbeddedPost post =
        only(
            "<script>var s = {\"tweet\": {\"id_str\": \"ID\", \"full_text\": \"Gone &amp; wet\\n"
                + "again\", \"user\": {\"name\": \"Ana\", \"screen_name\": \"Ana_Demo\"},"
                + " \"quoted_status\": {\"id_str\": \"1918000000000000000\", \"full_text\": \"Old\","
                + " \"user\": {\"screen_name\": \"ben\"}}}}</script>");
    assertThat(post.getText()).isEqualTo("Gone & wet\nagain");
    assertThat(post.getHandle()).isEqualTo("ana_demo");
  }

  @Test
  void aNewslettersCardGivesItsWords() {
    String json =
        "{&quot;url&quot;:&quot;URL&quot;,&quot;full_text&quot;:&quot;Bridge gone.&quot;,"
            + "&quot;username&quot;:&quot;Ana_Demo&quot;,&quot;name&quot;:&quot;Ana&quot;,"
            + "&quot;quoted_tweet&quot;:{&quot;full_text&quot;:&quot;Old&quot;}}";
    EmbeddedPost post =
        only(
            "<div class='tweet' data-attrs=\""
                + json
                + "\"><a class='tweet-link-top' href='URL'><div class='tweet-header'>Ana"
                + "<span class='tweet-author-handle'>@Ana_Demo</span></div><div class='tweet-text'>"
                + "Bridge gone.</div></a></div>");
    assertThat(post.getText()).isEqualTo("Bridge gone.");
    assertThat(post.getHandle()).isEqualTo("ana_demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='tweet'><a class='tweet-link-top' href='URL'><div class='tweet-header'><span"
            + " class='tweet-author-name'>Ana</span><span class='tweet-author'>@Ana_Demo</span></div>"
            + "Bridge gone.</a><a class='tweet-link-bottom' href='URL'><div class='tweet-footer'><p"
            + " class='tweet-date'>May 4th 2025</p></div></a></div>",
        "<div class='react-tweet-theme'><article><a href='URL'><img src='a.jpg'></a><a href='URL'>"
            + "<span>@Ana_Demo</span></a><p lang='en' dir='auto'>Bridge gone.</p><a href='URL'>"
            + "<time>9:01 AM · May 4, 2025</time></a></article></div>",
        "<div class='react-tweet-theme tweet-container_root__a1'><article"
            + " class='tweet-container_article__b2'><div class='tweet-header_header__c3'><a"
            + " class='tweet-header_username__d4' href='URL'>@Ana_Demo</a></div><p lang='en' dir='auto'"
            + " class='tweet-body_root__e5'>Bridge gone.</p><div class='tweet-info_info__f6'><a"
            + " href='URL'><time>9:01 AM · May 4, 2025</time></a></div></article></div>",
        "<article data-testid='tweet'><a href='/Ana_Demo'>@Ana_Demo</a><a href='URL'>May 4</a><div"
            + " data-testid='tweetText'>Bridge gone.</div></article>",
        "<div class='bbpBoxID'><p class='bbpTweet'>Bridge gone.<span class='timestamp'><a href='URL'>"
            + "May 4, 2025 3:00 pm</a> via web</span><span class='metadata'>Ana</span></p></div>",
        "<aside class='onebox twitterstatus' data-onebox-src='URL'><article class='onebox-body'><h4>"
            + "<a href='URL'>Ana (Ana_Demo)</a></h4><div class='twitter-screen-name'><a href='URL'>"
            + "@Ana_Demo</a></div><div class='tweet'>Bridge gone.</div><div class='date'><a href='URL'>"
            + "5:03 AM - 4 May 2025</a></div></article></aside>",
      })
  void cardsThatSitesDrawThemselvesGiveTheirWords(String card) {
    EmbeddedPost post = only(card);
    assertThat(post.getText()).isEqualTo("Bridge gone.");
    assertThat(post.getHandle()).isEqualTo("ana_demo");
  }

  @Test
  void whatIsWrittenForScreenReadersAloneIsNotThePosts() {
    String link =
        "<a href='https://x.com/ben'>@ben<span class='screen-reader-text'> (opens in a new"
            + " tab)</span></a>";
    assertThat(only(TWEET.replace("Bridge gone.", "Bridge gone, " + link)).getText())
        .isEqualTo("Bridge gone, @ben");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<blockquote>", "<blockquote class='twitter-tweet'>"})
  void aPostQuotedInAPostIsNoPostOfItsOwn(String quote) {
    EmbeddedPost post =
        only(
            "<blockquote class='twitter-tweet'><p>Read this:</p>"
                + quote
                + "<p>Old.</p>&mdash; Ben"
                + " (@ben) <a href='https://twitter.com/ben/status/1918000000000000000'>May 1,"
                + " 2025</a></blockquote>&mdash; Ana (@Ana_Demo) <a href='URL'>May 4, 2025</a>"
                + "</blockquote>");
    assertThat(post.getText()).isEqualTo("Read this:");
    assertThat(post.getHandle()).isEqualTo("ana_demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tweet may have been deleted",
        "This post is unavailable.",
        "This Tweet is from a suspended account.",
        "Loading tweet…",
      })
  void whatStandsInForAPostThatIsGoneIsNotItsWords(String notice) {
    String quote = "<blockquote class='twitter-tweet'><p>%s</p><a href='URL'>View</a></blockquote>";
    assertThat(only(quote.formatted(notice)).getText()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div data-tweet-id='ID' data-url='URL'></div>",
        "<div data-react-props='{\"tweetId\": \"ID\", \"url\": \"URL\"}'></div>",
        "<script>s = {\"type\": \"tweet\", \"id\": \"ID\", \"href\": \"URL\"}</script>",
      })
  void theAccountIsReadFromTheAddressBesideTheId(String shape) {
    assertThat(only(shape).getHandle()).isEqualTo("ana_demo");
  }

  @Test
  void aCardRenderedBeforeThePageWasSavedGivesItsWords() {
    EmbeddedPost post =
        only(
            "<div class='EmbeddedTweet'><blockquote class='Tweet h-entry' data-tweet-id='ID'"
                + " cite='URL'><div class='TweetAuthor'><a href='https://twitter.com/Ana_Demo'>"
                + "<span class='TweetAuthor-name'>Ana</span> <span class='TweetAuthor-screenName'>"
                + "@Ana_Demo</span></a></div><p class='Tweet-text e-entry-title'>Bridge <img"
                + " class='Emoji' alt='😢'> gone.</p><div class='QuoteTweet'><a"
                + " href='https://twitter.com/ben/status/1918000000000000000'>Old</a></div><a"
                + " class='Tweet-timestamp' href='URL'>5:03 AM - May 4, 2025</a><ul><li><a"
                + " href='https://twitter.com/intent/like?tweet_id=ID'>12</a></ul></blockquote></div>");
    assertThat(post.getText()).isEqualTo("Bridge 😢 gone.");
    assertThat(post.getAuthor()).isEqualTo("Ana");
    assertThat(post.getHandle()).isEqualTo("ana_demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a class='twitter-tweet' href='https://twitter.com/intent/tweet?url=URL'>Tweet</a>",
        "<a class='twitter-share-button' href='https://twitter.com/share' data-url='URL'>Tweet</a>",
        "<div class='tweet-button' data-url='URL'></div>",
        "<div class='share' data-url='URL'><a href='URL'>URL</a></div>",
        "<a class='btn-retweet' href='URL'>Retweet this article</a>",
        "<div class='tweet'><a href='URL'>Retweet this article</a></div>",
        "<a class='twitter-follow-button' href='https://twitter.com/Ana_Demo'>Follow</a>",
        "<a class='twitter-timeline' href='https://twitter.com/Ana_Demo'>Tweets by Ana</a>",
        "<div class='twitter-timeline'>TWEET</div>",
        "<div class='timeline-Widget'><ol><li class='timeline-TweetList-tweet'><div"
            + " class='timeline-Tweet' data-tweet-id='ID'>x</div></li></ol></div>",
        "<div id='ctf' class='ctf'><div class='ctf-item' data-tweet-id='ID'>x</div></div>",
        "<aside class='sidebar'><h3>Trending</h3>TWEET</aside>",
        "<div class='trending-tweets'>TWEET</div>",
        "<div class='author-bio'>TWEET</div>",
        "<div id='comments'><ol class='comment-list'><li class='comment'>TWEET</li></ol></div>",
        "<div class='related-articles'>TWEET</div>",
        "<footer>TWEET</footer>",
        "<!-- TWEET -->",
        "<p>She <a href='URL'>wrote</a> of it.</p>",
        "<p>She wrote: <a href='URL'>URL</a>.</p>",
        "<p>She wrote: [tweet URL]</p>",
        "<p>[1] URL</p>",
        "<pre>[embed]URL[/embed]</pre>",
        "<li>[embed]URL[/embed]</li>",
        "<p>[link URL]</p>",
        "<blockquote><p>As she <a href='URL'>wrote</a>, it is gone.</p></blockquote>",
        "<div class='tweet-box'><p>As she <a href='URL'>wrote</a>, it is gone.</p></div>",
        "<p><a href='URL'>See the post</a></p>",
        "<figure><img src='x.jpg' data-url='URL'><figcaption><a href='URL'>URL</a></figcaption>"
            + "</figure>",
        "<figure data-credit-url='URL'><img src='x.jpg'></figure>",
        "<a href='URL'><img src='tweet.png' alt='Tweet by @Ana_Demo'></a>",
        "<ol class='footnotes'><li><a href='URL'>URL</a></li></ol>",
        "<ul><li>URL</li></ul>",
        "<h3>Sources</h3><p>URL</p><p><a href='URL'>URL</a></p>",
        "<p><strong>Quellen:</strong></p><p>[1] URL</p>",
        "<p>Fuentes:</p><div>URL<br>URL</div>",
        "<script>Site.related = {\"items\": [{\"html\": \"TWEET\"}]};</script>",
        "<script>(function(){ window.newsTicker = [{\"html\": \"TWEET\"}]; })()</script>",
        "<script>{\"rightRail\": [{\"body\": \"TWEET\"}], \"mostRead\": {\"html\": \"TWEET\"}}</script>",
        "<sup data-footnote='<a href=URL>URL</a>'>1</sup>",
        "<pre><code>&lt;blockquote class='twitter-tweet'&gt;&lt;a href='URL'&gt;</code></pre>",
        "<input value='URL' class='tweet'>",
        "<meta name='twitter:card' content='URL'>",
        "<textarea readonly>TWEET</textarea>",
        "<script type='application/ld+json'>{\"@type\": \"ClaimReview\", \"itemReviewed\":"
            + " {\"@type\": \"Claim\", \"appearance\": {\"url\": \"URL\"}}}</script>",
        "<script>s = {\"related\": [{\"body\": \"TWEET\"}]}</script>",
        "<script>s = {\"items\": [{\"title\": \"Other\", \"slug\": \"other-news\", \"body\": \"TWEET\"}]}"
            + "</script>",
        "<script>s = [{\"title\": {\"rendered\": \"Other\"}, \"link\":"
            + " \"https://demo.example/2025/other-news\", \"content\": {\"rendered\": \"TWEET\"}}]</script>",
        "<script>s = {\"type\": \"link\", \"url\": \"URL\"}</script>",
        "<script>s = {\"share\": {\"type\": \"twitter\", \"url\": \"URL\"}}</script>",
        "<script>s = {\"text\": \"She wrote URL of it\"}</script>",
        "<div data-tweet-id='3'></div>",
        "<div data-tweet-id='abc'></div>",
        "<iframe src='https://platform.twitter.com/widgets/tweet_button.html?url=URL'></iframe>",
        "<iframe src='https://www.facebook.com/plugins/like.php?href=URL'></iframe>",
      })
  void whatLooksLikeAnEmbedGivesNothing(String trap) {
    String html = trap.replace("TWEET", TWEET).replace("URL", URL).replace("ID", ID);
    assertThat(extract(html)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='https://twitter.com/ana/status/12abc34'>May 4, 2025</a>",
        "<a href='https://twitter.com/ana/status/99999999999999999999999'>May 4, 2025</a>",
        "<a href='https://twitter.com/ana/status/gone'>May 4, 2025</a>",
        "May 4, 2025"
      })
  void aPostWhoseIdIsNoneIsKnownByItsWordsItsAuthorAndItsDay(String date) {
    List<EmbeddedPost> posts =
        extract(
            "<blockquote class='twitter-tweet'><p>The bridge is closed.</p>&mdash; Ana (@ana) "
                + date
                + "</blockquote>");

    assertThat(posts).hasSize(1);
    EmbeddedPost post = posts.get(0);

    assertThat(post.getPostKey()).startsWith("x:~");
    assertThat(post.getHandle()).isEqualTo("ana");
    assertThat(post.getText()).isEqualTo("The bridge is closed.");
    assertThat(post.getPostedAt()).isEqualTo(Instant.parse("2025-05-04T00:00:00Z"));
  }

  @Test
  void thePostsStandInThePagesOrder() {
    String body =
        "<div data-tweet-id='1919000000000000001'></div>"
            + "<script type='text/template'>%s</script>".replace("%s", TWEET)
            + "<amp-twitter data-tweetid='1919000000000000002'></amp-twitter>";
    assertThat(extract(body))
        .extracting(EmbeddedPost::getId)
        .containsExactly("1919000000000000001", ID, "1919000000000000002");
  }

  @Test
  void linksAreExpandedWhereThePageShowsIt() {
    EmbeddedPost post =
        only(
            "<blockquote class='twitter-tweet'><p>See <a href='https://t.co/aB3dE5fG7h'"
                + " title='https://demo.example/map'>demo.example/map</a> <a"
                + " href='https://t.co/Zx8cVb2nMq' data-expanded-url='https://demo.example/b'>b</a>"
                + "</p>&mdash; Ana (@Ana_Demo) <a href='URL'>May 4, 2025</a></blockquote>");
    assertThat(post.getLinks()).contains("https://demo.example/map", "https://demo.example/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4. Mai 2025",
        "4 mai 2025",
        "4 de mayo de 2025",
        "4 maggio 2025",
        "4 de maio de 2025",
        "4 мая 2025 г.",
        "4 травня 2025 р.",
        "4 Μαΐου 2025",
        "4 Mayıs 2025",
        "4 maja 2025",
        "4 mei 2025",
        "٤ مايو، ٢٠٢٥",
        "2025年5月4日",
        "4 במאי 2025",
        "4 मई 2025",
        "4. května 2025",
      })
  void theDayIsReadInTheWidgetsLanguages(String date) {
    // An id from before Snowflake carries no time, so that the day must.
    String html =
        "<blockquote class='twitter-tweet'><p dir='rtl'>x</p>&mdash; Ana (@Ana_Demo) "
            + "<a href='https://twitter.com/Ana_Demo/status/20000000000'>%s</a></blockquote>";
    assertThat(extract(String.format(Locale.ROOT, html, date)).get(0).getPostedAt())
        .isEqualTo(Instant.parse("2025-05-04T00:00:00Z"));
  }
}
