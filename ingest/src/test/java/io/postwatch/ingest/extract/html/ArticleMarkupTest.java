// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a page the finders of embeds see. All pages here are invented. */
class ArticleMarkupTest {
  private static final String MARK = "<b class='twitter-tweet'>mark</b>";
  private static final String PROSE = "<p>" + "The council met on Monday. ".repeat(9) + "</p>";

  private static Document uncovered(String body) {
    Document page = Markup.parse("<article><h1>Flood</h1>" + PROSE + "</article>" + body, "");
    ArticleMarkup.uncover(page);
    return page;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<nav>%s</nav>",
        "<footer><p>%s</p></footer>",
        "<aside><p>%s</p></aside>",
        "<div id='comments'><p>%s</p></div>",
        "<ol class='commentlist'><li>%s</li></ol>",
        "<section class='post-comments-section'>%s</section>",
        "<div id='disqus_thread'>%s</div>",
        "<div class='related-posts'>%s</div>",
        "<div class='c-related-articles__list'>%s</div>",
        "<div class='most-read widget'>%s</div>",
        "<div id='right-sidebar'>%s</div>",
        "<div class='twitter-feed'>%s</div>",
        "<ul class='latest-tweets'><li>%s</li></ul>",
        "<div class='author-bio'>%s</div>",
        "<div class='social-share-buttons'>%s</div>",
        "<ol class='footnotes'><li>%s</li></ol>",
        "<div role='contentinfo'>%s</div>",
        "<div role='complementary'>%s</div>",
        "<div class='the-feed'>%s</div>",
        "<div class='most-recent module'>%s</div>",
        "<div class='et_pb_module et_pb_sidebar_0 et_pb_widget_area'>%s</div>",
        "<div class='fusion-widget-area'>%s</div>",
        "<div class='wpb_widgetised_column'>%s</div>",
        "<div class='elementor elementor-location-footer'>%s</div>",
        "<div class='region region-sidebar-second'>%s</div>",
        "<div class='comment-section'>%s</div>",
        "<section class='widget widget_text'>%s</section>",
        "<div class='textwidget custom-html-widget'>%s</div>",
        "<div class='promo-box'>%s</div>",
        "<div class='c-newsletter-signup'>%s</div>",
        "<div class='editors-picks'>%s</div>",
        "<div class='breaking-news-bar'>%s</div>",
        "<div class='related-tweets'>%s</div>",
        "<div class='entry-author'>%s</div>",
        "<div class='off-canvas'>%s</div>",
        "<div class='mgbox'>%s</div>",
        "<div class='video-sidebar'>%s</div>",
        "<div class='comment comment-body'><p>%s</p></div>",
        "<div class='wpd-thread-list'><div class='wpd-comment-text'>%s</div></div>",
        "<div class='spcv_conversation'>%s</div>",
        "<div class='fyre-comment-stream'>%s</div>",
        "<ul class='commentaires-liste'><li>%s</li></ul>",
        "<section id='komentarze'>%s</section>",
        "<div class='newsletter-modal'>%s</div>",
        "<section class='more-videos'>%s</section>",
        "<div class='latest-videos carousel'>%s</div>",
      })
  void whatIsBesideTheArticleIsTakenAway(String beside) {
    assertThat(uncovered(beside.formatted(MARK)).select("b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='entry-content'><aside class='embed-tweet'>%s</aside></div>",
        "<div class='has-sidebar comments-open'>%s</div>",
        "<blockquote class='related'>%s<footer>%s</footer></blockquote>",
        "<form id='sidebar'>%s</form>",
        "<div class='timeline live-blog'>%s</div>",
        "<div class='video-modal'>%s</div>",
        "<figure class='featured-video'>%s</figure>",
        "<div class='entry-content'><div class='so-panel widget widget_text'>%s</div></div>",
        "<template>%s</template>",
        "<noscript>%s</noscript>",
      })
  void whatMayBeTheArticleStays(String part) {
    assertThat(uncovered(part.replace("%s", MARK)).select("b")).isNotEmpty();
  }

  @Test
  void aSideColumnThatHoldsTheArticleIsNone() {
    Document page = Markup.parse("<div class='right-column'><h1>Flood</h1>" + MARK + "</div>", "");
    ArticleMarkup.uncover(page);
    assertThat(page.select("b")).hasSize(1);

    page = Markup.parse("<h1>Site</h1><div id='sidebar'>" + PROSE + MARK + "</div><p>x</p>", "");
    ArticleMarkup.uncover(page);
    assertThat(page.select("b")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=row><div class=col-md-8><h1>Flood</h1>%2$s</div><div class=col-md-4>%1$s</div></div>",
        "<div><div class='span_4_of_12'>%1$s</div><div class='span_8_of_12'>%2$s</div></div>",
        "<div><div class=row><div class=span8>%2$s</div></div><div class=span4>%1$s</div></div>",
      })
  void aNarrowColumnBesideTheArticlesIsTakenAway(String row) {
    Document page = Markup.parse(row.formatted(MARK, PROSE), "");

    ArticleMarkup.uncover(page);

    assertThat(page.select("b")).isEmpty();
    assertThat(page.select("p")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=row><div class=col-md-4>%s</div><div class=col-md-4>Two</div><div class=col-md-4></div></div>",
        "<div class=row><div class=col-md-8><p>Short.</p></div><div class=col-md-4>%s</div></div>",
        "<div class=row><div class=col-12><h1>Flood</h1></div><div class=col-4>%s</div></div>",
      })
  void narrowColumnsOfTheArticleStay(String row) {
    assertThat(uncovered(row.formatted(MARK)).select("b")).isNotEmpty();
  }

  @Test
  void aCommentMayBeANewspapersOwn() {
    Document page =
        Markup.parse(
            "<body class='comment'><h1>Flood</h1><div class='comment__body'>"
                + PROSE
                + MARK
                + "</div><div class='comments'>"
                + MARK
                + "</div>",
            "");
    ArticleMarkup.uncover(page);
    assertThat(page.select("b")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type='text/template'>%s</script>",
        "<script type='text/html'>%s</script>",
        "<script type='text/plain'>%s</script>",
        "<textarea style='display:none'>%s</textarea>",
        "<div data-embed=\"%s\"></div>",
        "<iframe srcdoc=\"%s\"></iframe>",
        "<script>window.__STATE__ = {\"body\": \"%s\"};</script>",
        "<script type='application/json'>{\"a\": [{\"html\": \"%s\"}]}</script>",
        "<embed-box :content='&quot;&lt;b class=\\&quot;twitter-tweet\\&quot;&gt;mark&lt;/b&gt;&quot;'></embed-box>",
        "<script data-content=\"%s\"></script>",
        "<script>self.__next_f.push([1, \"5:[\\\"$\\\", {\\\"__html\\\": \\\"%s\\\"}]\"])</script>",
        "<script>x.push([1, \"{\\\"a\\\": \\\"%s\\\"}\"])</script>",
        "<script type='application/ld+json'>{\"articleBody\": \"%s\"}</script>",
      })
  void hiddenMarkupComesToLight(String hiding) {
    assertThat(uncovered(hiding.replace("%s", MARK)).select("b")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- %s -->",
        "<textarea readonly>%s</textarea>",
        "<input value=\"%s\">",
        "<script type='application/ld+json'>{\"@type\": \"ClaimReview\", \"url\": \"%s\"}</script>",
        "<script>window.__STATE__ = {\"related\": [{\"body\": \"%s\"}]};</script>",
      })
  void whatNoScriptWouldShowStaysHidden(String hiding) {
    assertThat(uncovered(hiding.replace("%s", MARK)).select("b")).isEmpty();
  }
}
