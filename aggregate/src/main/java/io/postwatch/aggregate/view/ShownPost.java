// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.counting.Brief;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import java.util.List;
import java.util.function.ToIntFunction;

/** What is kept of a post: all that is shown of it, within bounds. */
final class ShownPost {
  /** More than any platform takes; what is longer is an attack, or no post. */
  static final int LONGEST_TEXT = 20_000;

  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int MOST_NAMES = 100;
  private static final int MOST_ANNOTATIONS = 500;

  private ShownPost() {}

  static EnrichedPost brief(EnrichedPost enriched) {
    EmbeddedPost post = enriched.getPost();
    String text = Brief.text(post.getText(), LONGEST_TEXT);
    int end = text.codePointCount(0, text.length());
    return EnrichedPost.newBuilder(enriched)
        .setPost(
            EmbeddedPost.newBuilder(post)
                .setText(text)
                .setContext(null)
                .setArticle(ShownVersion.ELSEWHERE)
                .setPlatform(Brief.text(post.getPlatform(), LONGEST_NAME))
                .setSource(Brief.text(post.getSource(), LONGEST_NAME))
                .setAuthor(Brief.text(post.getAuthor(), LONGEST_NAME))
                .setHandle(Brief.text(post.getHandle(), LONGEST_NAME))
                .setUrl(Brief.address(post.getUrl(), LONGEST_ADDRESS))
                .setHashtags(names(post.getHashtags()))
                .setMentions(names(post.getMentions()))
                .setLinks(
                    post.getLinks().stream()
                        .filter(ShownPost::isAddress)
                        .limit(MOST_NAMES)
                        .toList())
                .setWatchLists(names(post.getWatchLists()))
                .build())
        .setEntities(within(enriched.getEntities(), entity -> entity.getEnd(), end))
        .setPlaces(within(enriched.getPlaces(), place -> place.getEnd(), end))
        .setTopics(within(enriched.getTopics(), topic -> topic.getEnd(), end))
        .setFigures(within(enriched.getFigures(), figure -> figure.getEnd(), end))
        .build();
  }

  private static List<String> names(List<String> names) {
    return names.stream().limit(MOST_NAMES).map(name -> Brief.text(name, LONGEST_NAME)).toList();
  }

  private static boolean isAddress(String link) {
    return link.length() <= LONGEST_ADDRESS;
  }

  private static <T> List<T> within(List<T> annotations, ToIntFunction<T> end, int textEnd) {
    return annotations.stream()
        .filter(annotation -> end.applyAsInt(annotation) <= textEnd)
        .limit(MOST_ANNOTATIONS)
        .toList();
  }

  /** Who wrote it, where and when, and nothing of what it said. */
  static EnrichedPost withoutText(EnrichedPost enriched) {
    return EnrichedPost.newBuilder(enriched)
        .setPost(
            EmbeddedPost.newBuilder(enriched.getPost())
                .setText("")
                .setContext(null)
                .setHashtags(List.of())
                .setMentions(List.of())
                .setLinks(List.of())
                .build())
        .setLanguage(null)
        .setEntities(List.of())
        .setPlaces(List.of())
        .setTopics(List.of())
        .setFigures(List.of())
        .setArticlePlace(null)
        .build();
  }
}
