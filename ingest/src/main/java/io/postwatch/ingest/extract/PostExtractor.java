// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import io.postwatch.ingest.extract.html.ArticleUrl;
import io.postwatch.ingest.extract.html.EmbedFinder;
import io.postwatch.ingest.extract.html.Markup;
import io.postwatch.ingest.extract.html.PageArticle;
import io.postwatch.ingest.extract.html.PageArticleReader;
import io.postwatch.ingest.extract.html.XBlockquoteFinder;
import io.postwatch.ingest.extract.html.XSignedTextFinder;
import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostKey;
import io.postwatch.ingest.extract.text.PlainText;
import io.postwatch.ingest.extract.text.TextPosts;
import io.postwatch.schema.EmbeddedPost;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the posts that a document embeds; pure, and safe for use by many threads. */
public final class PostExtractor {
  /** Days begin earlier in the east, and clocks err: posts are believed to be this far ahead. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final List<EmbedFinder> finders =
      List.of(new XBlockquoteFinder(), new XSignedTextFinder());
  private final TextPosts textPosts = new TextPosts();

  /**
   * The posts in the document's order, each once.
   *
   * @param seenAt the moment of reading; times after it by more than a day are not believed
   */
  public List<EmbeddedPost> extract(Document document, Instant seenAt) {
    Instant latest = seenAt.plus(AHEAD);
    Reading reading = read(document, CleanText.of(document.content()), latest);
    Sighting sighting = new Sighting(document, reading.article(), seenAt, latest);
    return eachOnce(reading.posts()).stream().map(sighting::of).toList();
  }

  private record Reading(PageArticle article, List<FoundPost> posts) {}

  private Reading read(Document document, String content, Instant latest) {
    Optional<String> address = ArticleUrl.normalised(document.source());
    if (!Markup.isHtml(content)) {
      List<FoundPost> posts = textPosts.find(PlainText.of(content), latest);
      return new Reading(PageArticle.at(address), posts);
    }
    org.jsoup.nodes.Document page = Markup.parse(content, address.orElse(""));
    List<FoundPost> posts =
        finders.stream().flatMap(finder -> finder.find(page, latest).stream()).toList();
    return new Reading(PageArticleReader.read(page, address, latest), posts);
  }

  /** The same post twice is kept where it stands first, with the words of the fuller one. */
  private static Collection<FoundPost> eachOnce(List<FoundPost> posts) {
    Map<String, FoundPost> byKey = new LinkedHashMap<>();
    for (FoundPost post : posts) {
      byKey.merge(
          PostKey.of(post),
          post,
          (first, again) -> first.text().isEmpty() && !again.text().isEmpty() ? again : first);
    }
    return byKey.values();
  }
}
