// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.enrich.figures.FigureFinder;
import io.postwatch.enrich.language.LanguageFinder;
import io.postwatch.enrich.names.EntityFinder;
import io.postwatch.enrich.names.Organizations;
import io.postwatch.enrich.places.Explanation;
import io.postwatch.enrich.places.NameTags;
import io.postwatch.enrich.places.PlaceContext;
import io.postwatch.enrich.places.PlaceFinder;
import io.postwatch.enrich.places.PlacesInContext;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.topics.TopicFinder;
import io.postwatch.enrich.topics.TopicsFile;
import io.postwatch.schema.Entity;
import io.postwatch.schema.PlaceMention;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads language, entities, places, topics and figures from texts; a pure function, safe to share
 * between threads.
 */
public final class Annotator {
  /** A bound on each list, so that no text makes a record that Kafka would not take. */
  private static final int MOST = 200;

  private final LanguageFinder languages;
  private final EntityFinder entities;
  private final PlaceFinder places;
  private final Supplier<TopicFinder> topics;
  private final FigureFinder figures = new FigureFinder();

  private Annotator(
      LanguageFinder languages,
      EntityFinder entities,
      PlaceFinder places,
      Supplier<TopicFinder> topics) {
    this.languages = languages;
    this.entities = entities;
    this.places = places;
    this.topics = topics;
  }

  /** An annotator with the data in the jar; takes about a second to load. */
  public static Annotator withDefaults() {
    TopicFinder topics = new TopicFinder(TopicsFile.defaults());
    return withTopics(() -> topics);
  }

  /**
   * As {@link #withDefaults}, but for the topics.
   *
   * @param topics asked once for each document, by any thread
   */
  public static Annotator withTopics(Supplier<TopicFinder> topics) {
    Organizations organizations = new Organizations();
    return new Annotator(
        LanguageFinder.load(),
        new EntityFinder(organizations),
        PlaceFinder.withDefaults(organizations.names()),
        topics);
  }

  /** Annotates a text; any string will do, and of a very long one only the beginning is read. */
  public Annotations annotate(String text) {
    return annotate(List.of(text), PlaceContext.NONE).get(0);
  }

  /**
   * Annotates texts of one document, which together tell where its places are.
   *
   * @return for each text what was read from it, in the same order
   */
  public List<Annotations> annotate(List<String> texts, PlaceContext context) {
    List<PostText> posts = texts.stream().map(PostText::of).toList();
    TopicFinder finder = topics.get();
    NameTags tags = tags(posts);
    List<List<PlaceMention>> named = places.find(posts, tags, context, MOST);
    List<Annotations> annotations = new ArrayList<>(posts.size());
    for (int i = 0; i < posts.size(); i++) {
      annotations.add(annotations(posts.get(i), tags.byText().get(i), named.get(i), finder));
    }
    return annotations;
  }

  /** Annotates a text with the places named around it, where it names none. */
  InContext annotate(String text, PlaceContext context) {
    PostText post = PostText.of(text);
    NameTags tags = tags(List.of(post));
    PlacesInContext found = places.find(post, tags, context, MOST);
    return new InContext(
        annotations(post, tags.byText().get(0), found.named(), topics.get()),
        context,
        found.around());
  }

  /**
   * What was read from a text and around it.
   *
   * @param around places that each text of the context names; empty where the text names places
   */
  record InContext(
      Annotations annotations, PlaceContext context, List<List<PlaceMention>> around) {}

  /** What spoke for and against the places of texts of one document, those left out too. */
  public List<List<Explanation>> explain(List<String> texts, PlaceContext context) {
    List<PostText> posts = texts.stream().map(PostText::of).toList();
    List<List<Explanation>> explanations = new ArrayList<>();
    posts.forEach(post -> explanations.add(new ArrayList<>()));
    for (Explanation one : places.explain(posts, tags(posts), context, MOST)) {
      if (one.text() < posts.size()) {
        explanations.get(one.text()).add(one);
      }
    }
    return explanations;
  }

  private NameTags tags(List<PostText> posts) {
    return new NameTags(posts.stream().map(post -> entities.tag(post, MOST)).toList());
  }

  private Annotations annotations(
      PostText post, List<Entity> tagged, List<PlaceMention> named, TopicFinder finder) {
    return new Annotations(
        languages.find(post),
        entities.all(post, tagged, named, MOST),
        named,
        finder.find(post, named, MOST),
        figures.find(post, MOST));
  }
}
