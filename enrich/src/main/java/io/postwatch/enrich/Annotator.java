// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.enrich.figures.FigureFinder;
import io.postwatch.enrich.language.LanguageFinder;
import io.postwatch.enrich.names.Organizations;
import io.postwatch.enrich.places.PlaceFinder;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.topics.TopicFinder;
import io.postwatch.enrich.topics.TopicsFile;
import io.postwatch.schema.Entity;
import io.postwatch.schema.EntityType;
import io.postwatch.schema.PlaceMention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads language, entities, places, topics and figures from a text; a pure function, safe to share
 * between threads.
 */
public final class Annotator {
  /** A bound on each list, so that no text makes a record that Kafka would not take. */
  private static final int MOST = 200;

  private final LanguageFinder languages;
  private final Organizations organizations;
  private final PlaceFinder places;
  private final TopicFinder topics;
  private final FigureFinder figures = new FigureFinder();

  private Annotator(
      LanguageFinder languages,
      Organizations organizations,
      PlaceFinder places,
      TopicFinder topics) {
    this.languages = languages;
    this.organizations = organizations;
    this.places = places;
    this.topics = topics;
  }

  /** An annotator with the data in the jar; takes under a second to load. */
  public static Annotator withDefaults() {
    Organizations organizations = new Organizations();
    return new Annotator(
        LanguageFinder.load(),
        organizations,
        PlaceFinder.withDefaults(organizations.names()),
        new TopicFinder(TopicsFile.defaults()));
  }

  /** Annotates a text; any string will do, and of a very long one only the beginning is read. */
  public Annotations annotate(String text) {
    PostText post = PostText.of(text);
    List<PlaceMention> named = places.find(post, MOST);
    return new Annotations(
        languages.find(post),
        entities(post, named),
        named,
        topics.find(post, MOST),
        figures.find(post, MOST));
  }

  /** Annotates texts of one document, in order. */
  public List<Annotations> annotateDocument(List<String> texts) {
    return texts.stream().map(this::annotate).toList();
  }

  private List<Entity> entities(PostText post, List<PlaceMention> named) {
    List<Entity> entities = new ArrayList<>(organizations.find(post, MOST));
    named.forEach(place -> entities.add(location(place)));
    entities.sort(Comparator.comparingInt(Entity::getStart));
    return entities;
  }

  private static Entity location(PlaceMention place) {
    return Entity.newBuilder()
        .setText(place.getText())
        .setType(EntityType.LOCATION)
        .setStart(place.getStart())
        .setEnd(place.getEnd())
        .build();
  }
}
