// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.enrich.incidents.FigureTopics;
import io.postwatch.enrich.incidents.IncidentPlaces;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Figure;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.Span;
import io.postwatch.schema.TopicMention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes incidents of an enriched post: each topic it reports at each place it names, or at no place
 * when it names none; a pure function, safe to share between threads.
 */
public final class IncidentCoder {
  /** Less sure topics stay with the enriched post, and are not counted. */
  static final double LEAST_CONFIDENCE = 0.5;

  private static final int MOST_EVIDENCE = 16;

  /** The post's incidents, the surest topic first. */
  public List<Incident> incidents(EnrichedPost post) {
    Map<String, List<TopicMention>> topics =
        post.getTopics().stream()
            .filter(mention -> mention.getConfidence() >= LEAST_CONFIDENCE)
            .collect(
                Collectors.groupingBy(
                    TopicMention::getTopic, LinkedHashMap::new, Collectors.toList()));
    Map<String, List<Figure>> figures = FigureTopics.assign(post.getFigures(), topics.keySet());
    List<IncidentPlace> places = new ArrayList<>(IncidentPlaces.of(post.getPlaces()));
    if (places.isEmpty()) {
      places.add(null);
    }
    return topics.entrySet().stream()
        .flatMap(
            topic ->
                places.stream()
                    .map(
                        place ->
                            incident(
                                post.getPost(),
                                topic.getValue(),
                                place,
                                figures.getOrDefault(topic.getKey(), List.of()))))
        .toList();
  }

  private static Incident incident(
      EmbeddedPost post, List<TopicMention> mentions, IncidentPlace place, List<Figure> figures) {
    return Incident.newBuilder()
        .setPostKey(post.getPostKey())
        .setPlatform(post.getPlatform())
        .setTopic(mentions.get(0).getTopic())
        .setConfidence(mentions.get(0).getConfidence())
        .setPlace(place)
        .setEvidence(evidence(post.getText(), mentions))
        .setFigures(figures)
        .setHandle(post.getHandle())
        .setUrl(post.getUrl())
        .setArticle(post.getArticle())
        .setPostedAt(post.getPostedAt())
        .setPostedAtPrecision(post.getPostedAtPrecision())
        .setPostedAtSource(post.getPostedAtSource())
        .setIngestedAt(post.getIngestedAt())
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
