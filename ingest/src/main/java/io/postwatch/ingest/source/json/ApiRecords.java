// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import io.postwatch.ingest.extract.platform.IdTime;
import io.postwatch.ingest.extract.post.PostText;
import io.postwatch.ingest.extract.post.PostTime;
import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes records of posts that come from a platform itself.
 *
 * <p>Such a post is seen in no article, but in the timeline of the account that wrote it or passed
 * it on: that account stands in for the article. So a post that two accounts pass on is one post
 * with two sightings, the same post in two dumps has one, and no outlet is claimed.
 */
final class ApiRecords {
  private final PostText postText = new PostText();
  private final String source;
  private final Instant seenAt;
  private final Instant latest;

  /**
   * Records of one input.
   *
   * @param latest times after it are not believed
   */
  ApiRecords(String source, Instant seenAt, Instant latest) {
    this.source = source;
    this.seenAt = seenAt;
    this.latest = latest;
  }

  Instant latest() {
    return latest;
  }

  Instant seenAt() {
    return seenAt;
  }

  String source() {
    return source;
  }

  PostText postText() {
    return postText;
  }

  EmbeddedPost of(ApiPost post) {
    PostTime time = time(post);
    String text = PostText.bounded(post.text());
    List<String> links = post.links().isEmpty() ? postText.links(text) : post.links();
    String key = post.key(time);
    return EmbeddedPost.newBuilder()
        .setPostKey(key)
        .setPlatform(post.platform())
        .setId(post.id())
        .setHandle(lower(post.handle()))
        .setAuthor(post.author())
        .setText(text)
        .setPostedAt(time.at())
        .setPostedAtPrecision(time.precision())
        .setPostedAtSource(time.source())
        .setHashtags(postText.hashtags(text))
        .setMentions(postText.mentions(text))
        .setLinks(links)
        .setUrl(post.url())
        .setArticle(timeline(post, key))
        .setSource(source)
        .setIngestedAt(seenAt)
        .setEditedAt(post.editedAt())
        .build();
  }

  /**
   * That a post is gone, of which a platform tells no more than which it was.
   *
   * @param url its address; null where the platform tells the id alone
   * @param deletedAt null where the platform does not tell: the moment of reading stands in
   */
  EmbeddedPost deleted(String platform, String id, String url, Instant deletedAt) {
    ApiPost post = new ApiPost(platform, id, null, null, "", null, List.of(), url, null, null);
    EmbeddedPost record = of(post);
    record.setDeletedAt(deletedAt == null ? seenAt : deletedAt);
    return record;
  }

  private static Article timeline(ApiPost post, String postKey) {
    String key = post.shownBy() == null ? postKey : post.platform() + ":@" + lower(post.shownBy());
    return Article.newBuilder().setKey(key).build();
  }

  private PostTime time(ApiPost post) {
    return Optional.ofNullable(post.id())
        .flatMap(id -> IdTime.of(post.platform(), id, latest))
        .or(
            () ->
                Optional.ofNullable(post.createdAt())
                    .map(at -> new PostTime(at, TimePrecision.SECOND, TimeSource.PAGE)))
        .or(() -> Optional.ofNullable(post.shownAt()).map(PostTime::ofArticle))
        .orElseGet(() -> PostTime.ofIngest(seenAt));
  }

  private static String lower(String handle) {
    return handle == null ? null : handle.toLowerCase(Locale.ROOT);
  }
}
