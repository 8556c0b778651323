// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.schema.CountStatus;
import io.postwatch.schema.CountedFigure;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What becomes of one count when what is known of a post changes.
 *
 * @param post identity of the post
 * @param postKey the same as published
 * @param slot of the count
 * @param was what the post added before
 * @param is what it adds now
 * @param versions the versions of it that count there now
 * @param isAddition whether it was seen again and nothing else happened
 */
public record SlotChange(
    PostId post,
    String postKey,
    Slot slot,
    Contribution was,
    Contribution is,
    List<PostVersion> versions,
    boolean isAddition) {

  /** Whether the post was not counted there before, and is now. */
  public boolean isFirst() {
    return was.isNone() && !is.isNone();
  }

  /** English name of the place, as the post has it; null for all places or where unknown. */
  public String placeName() {
    return versions.stream()
        .flatMap(version -> version.places().stream())
        .filter(place -> place.place().equals(slot.place()) && place.name() != null)
        .map(PlaceRollUp::name)
        .findFirst()
        .orElse(null);
  }

  /**
   * The count after the change; the very record {@code count} when it stays the same.
   *
   * @param exactUpTo how many authors, outlets or texts are kept one by one
   * @param at the time, epoch milliseconds
   */
  public Count applied(Count count, int exactUpTo, long at) {
    List<CountedFigure> claims = claims(count.claims());
    if (was.equals(is) && claims == count.claims()) {
      return count;
    }
    return new Count(
        count.posts() + is.posts() - was.posts(),
        count.sightings() + is.sightings() - was.sightings(),
        moved(count.authors(), was.authors(), is.authors(), exactUpTo),
        moved(count.outlets(), was.outlets(), is.outlets(), exactUpTo),
        moved(count.texts(), set(was.text()), set(is.text()), exactUpTo),
        claims,
        sample(count.sample()),
        count.placeName(),
        count.isOpen() ? CountStatus.PROVISIONAL : CountStatus.CORRECTED,
        at);
  }

  private List<CountedFigure> claims(List<CountedFigure> known) {
    List<CountedFigure> claims = isAddition ? known : HighestFigures.without(known, postKey);
    for (PostVersion version : versions) {
      for (CountedFigure claim : version.claims()) {
        claims = HighestFigures.with(claims, claim);
      }
    }
    return claims;
  }

  private List<EvidenceSample.Item> sample(List<EvidenceSample.Item> known) {
    if (was.text().equals(is.text())) {
      return known;
    }
    List<EvidenceSample.Item> others = was.isNone() ? known : EvidenceSample.without(known, post);
    return is.isNone()
        ? others
        : EvidenceSample.with(others, new EvidenceSample.Item(post, is.text().getAsLong()));
  }

  private static Distinct moved(Distinct count, Set<Long> was, Set<Long> is, int exactUpTo) {
    Distinct moved = count;
    for (Long member : is) {
      moved = was.contains(member) ? moved : moved.plus(member, exactUpTo);
    }
    for (Long member : was) {
      moved = is.contains(member) ? moved : moved.minus(member);
    }
    return moved;
  }

  private static Set<Long> set(OptionalLong member) {
    return member.isPresent() ? Set.of(member.getAsLong()) : Set.of();
  }
}
