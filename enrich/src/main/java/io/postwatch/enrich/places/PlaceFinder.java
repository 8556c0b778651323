// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.gazetteer.NameRank;
import io.postwatch.enrich.gazetteer.Place;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.PlaceMention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the places named in texts and tells which they are; safe to share between threads. */
public final class PlaceFinder {
  /** Names less likely to be places are left out. */
  static final double LEAST = 0.5;

  private final Gazetteer gazetteer;
  private final NameScanner scanner;
  private final PlaceResolver resolver;

  PlaceFinder(Gazetteer gazetteer, NameScanner scanner, Weights weights) {
    this.gazetteer = gazetteer;
    this.scanner = scanner;
    resolver = new PlaceResolver(gazetteer, weights);
  }

  /**
   * A finder with the gazetteer in the jar.
   *
   * @param others names of organisations and the like, which win over the places in them
   */
  public static PlaceFinder withDefaults(Collection<String> others) {
    return with(Gazetteer.load(), Weights.load(), others);
  }

  /** A finder with other weights, for learning them. */
  public static PlaceFinder with(Gazetteer gazetteer, Weights weights, Collection<String> others) {
    Phrases<Boolean> longer = new Phrases<>();
    others.forEach(name -> longer.putIfAbsent(name, true));
    Table.beside(PlaceFinder.class, "not-places.txt")
        .rows()
        .forEach(row -> longer.putIfAbsent(row.text(0), true));
    return new PlaceFinder(gazetteer, new NameScanner(gazetteer, longer), weights);
  }

  /** The places named in a text, in order, up to a limit. */
  public List<PlaceMention> find(PostText post, PlaceContext context, int limit) {
    return find(List.of(post), context, limit).get(0);
  }

  /** The places named in the texts of one document, which share what they know. */
  public List<List<PlaceMention>> find(List<PostText> posts, PlaceContext context, int limit) {
    return find(posts, NameTags.NONE, context, limit);
  }

  /** The same, where a tagger of names has read the texts before. */
  public List<List<PlaceMention>> find(
      List<PostText> posts, NameTags tags, PlaceContext context, int limit) {
    return mentions(resolve(posts, tags, context, limit), 0, posts.size());
  }

  /**
   * The places named in a post that a tagger of names has read before; and where it names none,
   * those of the texts around it, which have been weighed in any case.
   */
  public PlacesInContext find(PostText post, NameTags tags, PlaceContext context, int limit) {
    List<Resolution> all = resolve(List.of(post), tags, context, limit);
    List<PlaceMention> named = mentions(all, 0, 1).get(0);
    return new PlacesInContext(
        named, named.isEmpty() ? mentions(all, 1, 1 + context.around().size()) : List.of());
  }

  /** The places of some of the texts, each text's in order. */
  private List<List<PlaceMention>> mentions(List<Resolution> all, int from, int to) {
    List<List<PlaceMention>> found = new ArrayList<>();
    for (int text = from; text < to; text++) {
      found.add(new ArrayList<>());
    }
    for (Resolution one : all) {
      int text = one.mention().text();
      if (one.isPlace() >= LEAST && text >= from && text < to) {
        found.get(text - from).add(mention(one));
      }
    }
    return found;
  }

  /** All names of the texts with what speaks for and against them, those left out too. */
  public List<Explanation> explain(
      List<PostText> posts, NameTags tags, PlaceContext context, int limit) {
    return resolve(posts, tags, context, limit).stream()
        .map(one -> one.explain(gazetteer))
        .toList();
  }

  private List<Resolution> resolve(
      List<PostText> posts, NameTags tags, PlaceContext context, int limit) {
    List<Mention> mentions = new ArrayList<>();
    List<PostText> all = new ArrayList<>(posts);
    all.addAll(context.around());
    for (int i = 0; i < all.size(); i++) {
      mentions.addAll(scanner.scan(i, all.get(i), limit));
    }
    return mentions.isEmpty() ? List.of() : resolver.resolve(all, mentions, tags, context);
  }

  private PlaceMention mention(Resolution one) {
    Mention mention = one.mention();
    Place place = gazetteer.place(one.place());
    return PlaceMention.newBuilder()
        .setText(mention.post().words(mention.from(), mention.to()))
        .setStart(mention.post().start(mention.from()))
        .setEnd(mention.post().end(mention.to()))
        .setGeonameId(place.geonameId())
        .setName(place.name())
        .setCountry(place.country())
        .setAdmin1(place.admin1())
        .setLatitude(place.latitude())
        .setLongitude(place.longitude())
        .setKind(place.kind().published())
        .setConfidence(one.confidence())
        .setDemonym(gazetteer.rank(mention.name(), 0) == NameRank.DEMONYM)
        .build();
  }
}
