// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.schema.Figure;
import io.postwatch.schema.PlaceMention;
import io.postwatch.schema.TopicMention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has been found of one topic, place by place, while a post is read. */
final class Findings {
  /** A bound on the places of a topic: no post reports on more. */
  static final int MOST = 20;

  private static final String NOWHERE = "";

  private final String topic;
  private final List<TopicMention> mentions;
  private final Map<String, Found> places = new LinkedHashMap<>();

  Findings(String topic, List<TopicMention> mentions) {
    this.topic = topic;
    this.mentions = mentions;
  }

  private record Found(PlaceMention place, List<TopicMention> mentions, List<Figure> figures) {
    static Found at(PlaceMention place) {
      return new Found(place, new ArrayList<>(), new ArrayList<>());
    }
  }

  List<TopicMention> mentions() {
    return mentions;
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  boolean isAt(NamedPlace place) {
    return places.containsKey(place.key());
  }

  /** Puts the topic at a place; beyond {@value #MOST} no further place is taken. */
  void put(NamedPlace place) {
    if (places.size() < MOST) {
      places.computeIfAbsent(place.key(), key -> Found.at(place.mention()));
    }
  }

  /** Puts the topic at a place because some words say so. */
  void put(NamedPlace place, TopicMention because) {
    put(place);
    if (isAt(place)) {
      places.get(place.key()).mentions().add(because);
    }
  }

  /** Puts the topic where nothing can be counted. */
  void putNowhere() {
    places.put(NOWHERE, Found.at(null));
  }

  /** Adds a figure at a place, if the topic is there. */
  void add(NamedPlace place, Figure figure) {
    if (isAt(place)) {
      places.get(place.key()).figures().add(figure);
    }
  }

  /** Adds a figure that is about no place in particular, where the topic was found first. */
  void add(Figure figure) {
    places.values().iterator().next().figures().add(figure);
  }

  /** A finding a place; where no words of its own say so, all words of the topic do. */
  List<Finding> toList() {
    return places.values().stream()
        .map(
            found ->
                new Finding(
                    topic,
                    found.place(),
                    found.mentions().isEmpty() ? mentions : List.copyOf(found.mentions()),
                    List.copyOf(found.figures())))
        .toList();
  }
}
