// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.aggregate.windows.KnownTime;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a post says of a topic, as one of its sightings has it: articles cut texts, and differ in
 * their places.
 *
 * @param posted when the post was written, as far as it is known
 * @param places for which it counts, all places among them
 * @param watchLists for which it counts besides
 * @param author platform and handle, as a fingerprint; empty when the handle is not known
 * @param text what it says, the same for all that copy it; the post's own when not known
 * @param claims its figures
 * @param evidence the post, the article that showed it first so, and the words
 */
public record PostVersion(
    Optional<KnownTime> posted,
    List<PlaceRollUp> places,
    List<String> watchLists,
    OptionalLong author,
    long text,
    List<CountedFigure> claims,
    Evidence evidence) {
  static final int LONGEST_TEXT = 500;

  private static final int LONGEST_HANDLE = 100;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int MOST_WATCH_LISTS = 64;
  private static final String BETWEEN_SPANS = " … ";

  public static PostVersion of(Incident incident, PostId post, Fingerprints fingerprints) {
    return new PostVersion(
        KnownTime.of(Clock.POSTED, incident),
        PlaceRollUp.of(Optional.ofNullable(incident.getPlace())),
        incident.getWatchLists().stream().distinct().limit(MOST_WATCH_LISTS).toList(),
        fingerprints.known(incident.getHandle(), incident.getPlatform()),
        fingerprints.known(incident.getTextFingerprint(), "").orElse(post.text()),
        HighestFigures.claims(incident),
        new Evidence(
            incident.getPostKey(),
            Brief.text(incident.getHandle(), LONGEST_HANDLE),
            Brief.address(incident.getUrl(), LONGEST_ADDRESS),
            Brief.address(incident.getArticle().getUrl(), LONGEST_ADDRESS),
            words(incident.getEvidence())));
  }

  boolean countsFor(String place, String watchList) {
    return (watchList.equals(CountKey.NO_LIST) || watchLists.contains(watchList))
        && countsFor(place);
  }

  // A loop, since it is asked for each count that a sighting changes.
  private boolean countsFor(String place) {
    for (PlaceRollUp counted : places) {
      if (counted.place().equals(place)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the other says the same, whichever article showed it. */
  boolean saysTheSame(PostVersion other) {
    return posted.equals(other.posted)
        && places.equals(other.places)
        && watchLists.equals(other.watchLists)
        && author.equals(other.author)
        && text == other.text
        && claims.equals(other.claims);
  }

  private static String words(List<Span> spans) {
    StringBuilder words = new StringBuilder();
    for (Span span : spans) {
      if (words.length() >= LONGEST_TEXT) {
        break;
      }
      words.append(words.isEmpty() ? "" : BETWEEN_SPANS).append(span.getText());
    }
    return Brief.text(words.toString(), LONGEST_TEXT);
  }
}
