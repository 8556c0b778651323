// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Entity;
import io.postwatch.schema.EntityType;
import io.postwatch.schema.PlaceMention;
import java.util.List;

/**
 * Finds all names in a post: those on our list of bodies, those that were learned or go by rules,
 * and the places that a gazetteer knows. Safe to share between threads.
 */
public final class EntityFinder {
  /**
   * Less sure places are left to the tagger: mostly people's and things' origins (Canadian,
   * Greeks), of which in four labelled sets 13 were labelled as names of places and 74 not.
   */
  private static final double SURE = 0.85;

  /** The rules for Cyrillic know few places of their own. */
  private static final double SURE_BESIDE_RULES = 0.6;

  private final Organizations organizations;
  private final NameTagger tagger = NameTagger.load();
  private final CyrillicNames cyrillic = new CyrillicNames();

  /** A finder with the data in the jar and a list of bodies. */
  public EntityFinder(Organizations organizations) {
    this.organizations = organizations;
  }

  /** The names that were learned or go by rules, in order and without overlaps, up to a limit. */
  public List<Entity> tag(PostText post, int limit) {
    return CyrillicNames.suits(post) ? cyrillic.find(post, limit) : tagger.tag(post, limit);
  }

  /**
   * All names of a post, in order and without overlaps.
   *
   * @param tagged what {@link #tag} gave
   * @param places those of the gazetteer
   * @param limit the most
   */
  public List<Entity> all(
      PostText post, List<Entity> tagged, List<PlaceMention> places, int limit) {
    double sure = CyrillicNames.suits(post) ? SURE_BESIDE_RULES : SURE;
    List<Entity> located =
        places.stream()
            .filter(place -> place.getConfidence() >= sure)
            .map(EntityFinder::location)
            .filter(place -> tagged.stream().noneMatch(name -> isSamePlace(name, place)))
            .toList();
    return NameMerge.merge(List.of(organizations.find(post, limit), tagged, located), limit);
  }

  private static Entity location(PlaceMention place) {
    return Entity.newBuilder()
        .setText(place.getText())
        .setType(EntityType.LOCATION)
        .setStart(place.getStart())
        .setEnd(place.getEnd())
        .build();
  }

  /** Where both see a place, the tagger knows better where its name begins and ends. */
  private static boolean isSamePlace(Entity name, Entity place) {
    return name.getType() == EntityType.LOCATION
        && name.getStart() < place.getEnd()
        && place.getStart() < name.getEnd();
  }
}
