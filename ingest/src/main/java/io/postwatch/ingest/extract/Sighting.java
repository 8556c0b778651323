// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import io.postwatch.ingest.extract.html.PageArticle;
import io.postwatch.ingest.extract.platform.IdTime;
import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostKey;
import io.postwatch.ingest.extract.post.PostText;
import io.postwatch.ingest.extract.post.PostTime;
import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Turns the posts found in one document into records, with their time, key and article. */
final class Sighting {
  private final PostText postText = new PostText();
  private final String source;
  private final Article article;
  private final Instant seenAt;
  private final Instant latest;

  Sighting(Document document, PageArticle page, Instant seenAt, Instant latest) {
    this.source = document.source();
    this.article = article(document, page);
    this.seenAt = seenAt;
    this.latest = latest;
  }

  /**
   * The record of a post.
   *
   * @param context what the article says around it; null for nothing
   */
  EmbeddedPost of(FoundPost post, String context) {
    PostTime time = time(post);
    return EmbeddedPost.newBuilder()
        .setPostKey(PostKey.of(post))
        .setPlatform(post.platform())
        .setId(post.id())
        .setHandle(post.handle() == null ? null : post.handle().toLowerCase(Locale.ROOT))
        .setAuthor(post.author())
        .setText(post.text())
        .setPostedAt(time.at())
        .setPostedAtPrecision(time.precision())
        .setPostedAtSource(time.source())
        .setHashtags(postText.hashtags(post.text()))
        .setMentions(postText.mentions(post.text()))
        .setTextConfidence(post.textConfidence())
        .setLinks(post.links())
        .setUrl(post.url())
        .setArticle(article)
        .setContext(context)
        .setSource(source)
        .setIngestedAt(seenAt)
        .build();
  }

  private PostTime time(FoundPost post) {
    return Optional.ofNullable(post.id())
        .flatMap(id -> IdTime.of(post.platform(), id, latest))
        .or(() -> Optional.ofNullable(post.shownAt()).map(PostTime::ofShownTime))
        .or(() -> Optional.ofNullable(post.shownDay()).map(PostTime::ofShownDay))
        .or(() -> Optional.ofNullable(article.getPublishedAt()).map(PostTime::ofArticle))
        .orElseGet(() -> PostTime.ofIngest(seenAt));
  }

  private static Article article(Document document, PageArticle page) {
    String key = page.url() != null ? page.url() : "sha256:" + PostKey.sha256(document.content());
    return Article.newBuilder()
        .setKey(key)
        .setUrl(page.url())
        .setTitle(page.title())
        .setPublishedAt(page.publishedAt())
        .setOutlet(page.outlet())
        .build();
  }
}
