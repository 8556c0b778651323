// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import static io.postwatch.enrich.places.MentionFeature.*;

import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.gazetteer.NameRank;
import io.postwatch.enrich.gazetteer.PlaceKind;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Shape;
import io.postwatch.schema.EntityType;
import java.util.Map;

/** Describes words that are a place's name by what tells if the place is meant. */
final class MentionScorer {
  private static final Map<PlaceKind, MentionFeature> KINDS =
      Map.of(
          PlaceKind.COUNTRY, COUNTRY,
          PlaceKind.REGION, REGION,
          PlaceKind.ADMIN1, ADMIN1,
          PlaceKind.ADMIN2, ADMIN2,
          PlaceKind.CAPITAL, CAPITAL,
          PlaceKind.DISTRICT, DISTRICT,
          PlaceKind.SITE, SITE);

  private static final int MOST_TOKENS_OF_A_POST = 80;

  /** People of a town that has a short name and is known for it: Lyon. */
  private static final int WELL_KNOWN = 100_000;

  private static final int LAST_LATIN = 0x24F;

  private final Gazetteer gazetteer;
  private final Surroundings surroundings;

  MentionScorer(Gazetteer gazetteer, Surroundings surroundings) {
    this.gazetteer = gazetteer;
    this.surroundings = surroundings;
  }

  /** All features but those that other names of the document give. */
  double[] describe(Mention mention, NameTags tags) {
    double[] features = new double[MentionFeature.values().length];
    int place = gazetteer.place(mention.name(), 0);
    NameRank rank = gazetteer.rank(mention.name(), 0);
    set(features, BIAS, true);
    features[PEOPLE.ordinal()] = Math.log10(gazetteer.population(place) + 1.0) / 7;
    features[FAME.ordinal()] = Math.log10(gazetteer.fame(place) + 1.0);
    MentionFeature kind = KINDS.get(gazetteer.kind(place));
    if (kind != null) {
      set(features, kind, true);
    }
    set(features, ALTERNATE_NAME, rank == NameRank.ALTERNATE);
    set(features, ABBREVIATION, rank == NameRank.ABBREVIATION);
    set(features, DEMONYM, rank == NameRank.DEMONYM);
    writing(mention, features);
    surroundings.describe(mention, features);
    boolean common =
        rank != NameRank.DEMONYM && gazetteer.is(mention.name(), Gazetteer.COMMON_WORD);
    if (mention.post().tokens().size() <= MOST_TOKENS_OF_A_POST) {
      set(features, POST, true);
      features[POST_PEOPLE.ordinal()] = features[PEOPLE.ordinal()];
      features[POST_AT_START.ordinal()] = features[AT_START.ordinal()];
      features[POST_BEFORE_LOWER_CASE.ordinal()] = features[BEFORE_LOWER_CASE.ordinal()];
    }
    if (tags.hasRead(mention.text())) {
      tagged(tags.of(mention.text(), mention.first().start(), mention.last().end()), features);
    }
    set(features, COMMON_WORD, common);
    features[COMMON_WORD_FAME.ordinal()] = common ? features[FAME.ordinal()] : 0;
    set(features, COMMON_WORD_AT_START, common && features[AT_START.ordinal()] > 0);
    return features;
  }

  private static void tagged(EntityType type, double[] features) {
    set(features, TAGGED_LOCATION, type == EntityType.LOCATION);
    set(features, TAGGED_PERSON, type == EntityType.PERSON);
    set(features, TAGGED_ORGANIZATION, type == EntityType.ORGANIZATION);
  }

  private void writing(Mention mention, double[] features) {
    Token first = mention.first();
    Token last = mention.last();
    boolean lower = last.shape() == Shape.LOWER && !first.inHashtag();
    set(features, OTHER_SCRIPT, first.norm().codePointAt(0) > LAST_LATIN);
    set(features, SEVERAL_WORDS, mention.words() > 1);
    int place = gazetteer.place(mention.name(), 0);
    boolean known = gazetteer.population(place) >= WELL_KNOWN;
    set(features, SHORT, last.until() - first.at() <= 4 && !known);
    set(features, LOWER_CASE, lower);
    set(features, LOWER_CASE_COUNTRY, lower && features[COUNTRY.ordinal()] > 0);
    set(features, CAPITALS, first.shape() == Shape.UPPER);
    set(features, SHOUTED, first.shape() == Shape.UPPER && NameScanner.isShouted(mention));
    set(features, HASHTAG, first.inHashtag());
    set(features, WHOLE_HASHTAG, first.inHashtag() && isWholeHashtag(mention));
    set(features, DOT_AFTER, features[ABBREVIATION.ordinal()] > 0 && NameScanner.hasDot(mention));
  }

  private static boolean isWholeHashtag(Mention mention) {
    int hashtag = mention.first().hashtag();
    Token before = mention.beside(-1);
    Token after = mention.beside(1);
    return (before == null || before.hashtag() != hashtag)
        && (after == null || after.hashtag() != hashtag);
  }

  private static void set(double[] features, MentionFeature feature, boolean holds) {
    if (holds) {
      features[feature.ordinal()] = 1;
    }
  }
}
