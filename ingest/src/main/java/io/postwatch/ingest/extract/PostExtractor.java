// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import io.postwatch.ingest.extract.html.ArticleMarkup;
import io.postwatch.ingest.extract.html.ArticleUrl;
import io.postwatch.ingest.extract.html.EmbedFinder;
import io.postwatch.ingest.extract.html.EmbedWalk;
import io.postwatch.ingest.extract.html.Markup;
import io.postwatch.ingest.extract.html.PageArticle;
import io.postwatch.ingest.extract.html.PageArticleReader;
import io.postwatch.ingest.extract.html.XEmbedFinder;
import io.postwatch.ingest.extract.html.XSignedTextFinder;
import io.postwatch.ingest.extract.platform.PlatformEmbedFinder;
import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.text.PlainText;
import io.postwatch.ingest.extract.text.TextPosts;
import io.postwatch.schema.EmbeddedPost;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Finds the posts that a document embeds; pure, and safe for use by many threads. */
public final class PostExtractor {
  /** Days begin earlier in the east, and clocks err: posts are believed to be this far ahead. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** A post as pages mark it: by X's class, or a signature whose date is a link. */
  private static final Pattern MARKED_POST =
      Pattern.compile("twitter-tweet|\\(@\\w{1,20}+\\)\\s{0,9}+<");

  private final List<EmbedFinder> finders =
      List.of(new XEmbedFinder(), new XSignedTextFinder(), new PlatformEmbedFinder());
  private final TextPosts textPosts = new TextPosts();

  /**
   * The posts in the document's order, each once.
   *
   * @param seenAt the moment of reading; times after it by more than a day are not believed
   */
  public List<EmbeddedPost> extract(Document document, Instant seenAt) {
    Instant now = seenAt.truncatedTo(ChronoUnit.MILLIS);
    Instant latest = now.plus(AHEAD);
    String content = CleanText.of(document.content());
    Optional<String> address = document.address().flatMap(ArticleUrl::normalised);
    if (!Markup.isHtml(content)) {
      List<FoundPost> posts = textPosts.find(PlainText.of(content), latest);
      return records(posts, document, () -> PageArticle.at(address), now);
    }
    List<EmbeddedPost> asPage = readAsPage(content, address, document, now);
    if (content.stripLeading().startsWith("<") || MARKED_POST.matcher(content).find()) {
      return asPage;
    }
    // An article on web design, or Markdown with leftovers of its page.
    List<FoundPost> posts = textPosts.find(PlainText.of(content), latest);
    List<EmbeddedPost> asText = records(posts, document, () -> PageArticle.at(address), now);
    return asText.size() > asPage.size() ? asText : asPage;
  }

  private List<EmbeddedPost> readAsPage(
      String content, Optional<String> address, Document document, Instant now) {
    Instant latest = now.plus(AHEAD);
    org.jsoup.nodes.Document page = Markup.parse(content, address.orElse(""));
    PageArticleReader article = ArticleMarkup.uncover(page);
    List<FoundPost> posts = EmbedWalk.find(finders, page, latest);
    return records(posts, document, () -> article.read(address, latest), now);
  }

  /** Most pages embed nothing: their facts are not worth reading. */
  private static List<EmbeddedPost> records(
      List<FoundPost> posts, Document document, Supplier<PageArticle> article, Instant now) {
    if (posts.isEmpty()) {
      return List.of();
    }
    PageArticle page = article.get();
    Collection<FoundPost> found = EachOnce.of(posts);
    Sighting sighting = new Sighting(document, page, now, now.plus(AHEAD));
    PostContext context = new PostContext(page.description(), found);
    return found.stream().map(post -> sighting.of(post, context.of(post))).toList();
  }
}
