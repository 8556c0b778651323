// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one post adds to one count.
 *
 * @param articles in which it was seen; none: it is not counted
 * @param authors who wrote it: one, unless articles disagree; none when not known
 * @param outlets who showed it
 * @param text what it says first; empty when it is not counted
 */
public record Contribution(
    Set<Long> articles, Set<Long> authors, Set<Long> outlets, OptionalLong text) {
  static final Contribution NONE =
      new Contribution(Set.of(), Set.of(), Set.of(), OptionalLong.empty());

  boolean isNone() {
    return articles.isEmpty();
  }

  int posts() {
    return isNone() ? 0 : 1;
  }

  int sightings() {
    return articles.size();
  }

  /** Adds up the sightings of a post; most have one, for which sets of one are enough. */
  static final class Sum {
    private Set<Long> articles = Set.of();
    private Set<Long> authors = Set.of();
    private Set<Long> outlets = Set.of();
    private OptionalLong text = OptionalLong.empty();

    void add(Sighting sighting, PostVersion version) {
      articles = with(articles, OptionalLong.of(sighting.article()));
      authors = with(authors, version.author());
      outlets = with(outlets, sighting.outlet());
      text = text.isPresent() ? text : OptionalLong.of(version.text());
    }

    Contribution total() {
      return articles.isEmpty() ? NONE : new Contribution(articles, authors, outlets, text);
    }

    private static Set<Long> with(Set<Long> members, OptionalLong member) {
      if (member.isEmpty() || members.contains(member.getAsLong())) {
        return members;
      }
      if (members.isEmpty()) {
        return Set.of(member.getAsLong());
      }
      Set<Long> more = members instanceof HashSet ? members : new HashSet<>(members);
      more.add(member.getAsLong());
      return more;
    }
  }
}
