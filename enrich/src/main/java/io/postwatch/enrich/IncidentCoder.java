// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.enrich.incidents.Finding;
import io.postwatch.enrich.incidents.IncidentFinder;
import io.postwatch.enrich.incidents.TextFingerprint;
import io.postwatch.enrich.topics.TopicsCheck;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.PlaceSource;
import io.postwatch.schema.Span;
import io.postwatch.schema.TopicMention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes incidents of an enriched post: each topic it reports at the place that the text says it is
 * at, else the post's main place, else the article's; a pure function, safe to share between
 * threads.
 */
public final class IncidentCoder {
  private static final int MOST_EVIDENCE = 16;

  /** The post's incidents, the surest topic first. */
  public List<Incident> incidents(EnrichedPost post) {
    Map<String, List<TopicMention>> topics =
        post.getTopics().stream()
            // Less sure topics stay with the enriched post, and are not counted.
            .filter(mention -> mention.getConfidence() >= TopicsCheck.REPORTED)
            .collect(
                Collectors.groupingBy(
                    TopicMention::getTopic, LinkedHashMap::new, Collectors.toList()));
    if (topics.isEmpty()) {
      return List.of();
    }
    String fingerprint = TextFingerprint.of(post.getPost().getText());
    return IncidentFinder.find(
            post.getPost().getText(), topics, post.getPlaces(), post.getFigures())
        .stream()
        .map(finding -> incident(post, finding, fingerprint))
        .toList();
  }

  private static Incident incident(EnrichedPost enriched, Finding finding, String fingerprint) {
    EmbeddedPost post = enriched.getPost();
    IncidentPlace place = IncidentFinder.place(finding.place());
    PlaceSource source = PlaceSource.POST;
    if (place == null) {
      place = enriched.getArticlePlace();
      source = place == null ? null : PlaceSource.ARTICLE;
    }
    return Incident.newBuilder()
        .setPostKey(post.getPostKey())
        .setPlatform(post.getPlatform())
        .setTopic(finding.topic())
        .setConfidence(finding.mentions().get(0).getConfidence())
        .setPlace(place)
        .setPlaceSource(source)
        .setEvidence(evidence(post.getText(), finding.mentions()))
        .setFigures(finding.figures())
        .setHandle(post.getHandle())
        .setUrl(post.getUrl())
        .setArticle(post.getArticle())
        .setPostedAt(post.getPostedAt())
        .setPostedAtPrecision(post.getPostedAtPrecision())
        .setPostedAtSource(post.getPostedAtSource())
        .setIngestedAt(post.getIngestedAt())
        .setTextFingerprint(fingerprint)
        .setWatchLists(post.getWatchLists())
        .setEditedAt(post.getEditedAt())
        .build();
  }

  private static List<Span> evidence(String text, List<TopicMention> mentions) {
    return mentions.stream()
        .limit(MOST_EVIDENCE)
        .map(mention -> span(text, mention.getStart(), mention.getEnd()))
        .toList();
  }

  private static Span span(String text, int start, int end) {
    int from = text.offsetByCodePoints(0, start);
    int to = text.offsetByCodePoints(from, end - start);
    return new Span(text.substring(from, to), start, end);
  }
}
