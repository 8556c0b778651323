// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Figure;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.PlaceMention;
import io.postwatch.schema.TopicMention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells where each topic of a post is: at the place that its words name, in their sentence or in
 * those before; else at the post's main place. Pure functions, in time linear in the text.
 */
public final class IncidentFinder {
  private IncidentFinder() {}

  /**
   * The topics of a post at their places.
   *
   * @param topics the words that report each topic, in order of appearance
   * @param named the places that the post names, in order of appearance
   * @return at least one finding a topic, in the topics' order; without a place where the post
   *     names none at which it can be counted
   */
  public static List<Finding> find(
      String text,
      Map<String, List<TopicMention>> topics,
      List<PlaceMention> named,
      List<Figure> figures) {
    List<PlaceMention> places = topics.isEmpty() ? List.of() : CountablePlaces.innermost(named);
    if (namesPlace(places) && needsWords(places)) {
      PostText words = PostText.of(text);
      if (!words.tokens().isEmpty()) {
        return Placing.of(words, topics, named, places, figures);
      }
    }
    return atOnePlace(topics, places, figures);
  }

  /** Whether it takes the text's words to place topics: of one place only towns may be others'. */
  private static boolean needsWords(List<PlaceMention> places) {
    return places.stream().anyMatch(MainPlace::isTown)
        || places.stream().map(CountablePlaces::key).distinct().count() > 1;
  }

  /** The main place of a text among those that it names; null where none counts. */
  public static IncidentPlace mainPlace(PostText text, List<PlaceMention> named) {
    List<PlaceMention> places = CountablePlaces.innermost(named);
    if (text.tokens().isEmpty() || !namesPlace(places)) {
      return null;
    }
    Reading reading = Reading.of(text, new boolean[text.tokens().size()], named);
    return MainPlace.of(NamedPlaces.of(reading, places))
        .map(place -> place(place.mention()))
        .orElse(null);
  }

  /** A place as incidents have it; null for null. */
  public static IncidentPlace place(PlaceMention mention) {
    return mention == null ? null : CountablePlaces.place(mention);
  }

  private static List<Finding> atOnePlace(
      Map<String, List<TopicMention>> topics, List<PlaceMention> places, List<Figure> figures) {
    PlaceMention place =
        places.stream().filter(CountablePlaces::isCountable).findFirst().orElse(null);
    Map<String, List<Figure>> byTopic = new LinkedHashMap<>();
    topics.keySet().forEach(topic -> byTopic.put(topic, new ArrayList<>()));
    for (Figure figure : figures) {
      FigureTopics.fitting(figure.getKind(), topics.keySet()).stream()
          .findFirst()
          .ifPresent(topic -> byTopic.get(topic).add(figure));
    }
    return topics.entrySet().stream()
        .map(
            topic ->
                new Finding(topic.getKey(), place, topic.getValue(), byTopic.get(topic.getKey())))
        .toList();
  }

  /** Whether any of the places that a post names can be counted at. */
  private static boolean namesPlace(List<PlaceMention> named) {
    return named.stream().anyMatch(CountablePlaces::isCountable);
  }
}
