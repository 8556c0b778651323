// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A post that reports a topic, with everything that was counted of it: what it adds to a count
 * follows from it alone, so that it can be taken back, or counted anew when it was edited.
 *
 * @param editedAt of the newest version, epoch milliseconds; 0 for one that is not known to be
 *     edited
 * @param withdrawn versions edited until then no longer report the topic, epoch milliseconds;
 *     before 0 when it was never withdrawn
 * @param versions what it says: until it is edited, each sighting has its own; afterwards the
 *     newest one holds for all sightings, and is more than one where it reports the topic at
 *     several places
 * @param sightings in the order in which they came; none is ever changed or taken away
 */
public record CountedPost(
    long editedAt, long withdrawn, List<PostVersion> versions, List<Sighting> sightings) {
  /** Nothing known of it yet. */
  public static final CountedPost UNSEEN = new CountedPost(0, -1, List.of(), List.of());

  /** Until when all versions of a deleted post are withdrawn. */
  public static final long FOR_EVER = Long.MAX_VALUE;

  /**
   * More readings of one post than that are an attack, and counted as the first of them. Bits of an
   * int.
   */
  static final int MOST_VERSIONS = 32;

  /** Whether it was deleted: nothing that shows it later counts. */
  public boolean isDeleted() {
    return withdrawn == FOR_EVER;
  }

  /**
   * The post with a version; this very one when that is known or older.
   *
   * @param edited when the version was edited, epoch milliseconds; 0 when it was not, as far as is
   *     known
   */
  public CountedPost knowing(PostVersion version, long edited) {
    if (edited > editedAt) {
      return new CountedPost(edited, withdrawn, List.of(version), sightings);
    }
    if (edited < editedAt || indexOf(version) < versions.size()) {
      return this;
    }
    List<PostVersion> more = new ArrayList<>(versions);
    more.add(version);
    return new CountedPost(editedAt, withdrawn, List.copyOf(more), sightings);
  }

  /**
   * A sighting of a version that this post {@link #knowing knows}, in the windows that do not count
   * it yet.
   *
   * @param windows in which it would be counted, a bit each
   * @param all all windows
   */
  public Sighting fresh(
      PostVersion version,
      long article,
      OptionalLong outlet,
      long seenAt,
      int windows,
      Windows all) {
    int number = isEdited() ? 0 : indexOf(version);
    int fresh = windows;
    for (Sighting known : sightings) {
      if (known.article() == article && (isEdited() || known.version() == number)) {
        fresh &= ~same(known, seenAt, all);
      }
    }
    return new Sighting(article, outlet, seenAt, fresh, number);
  }

  /** The post after a {@link #fresh} sighting. */
  public CountedPost seen(Sighting sighting) {
    List<Sighting> more = new ArrayList<>(sightings.size() + 1);
    more.addAll(sightings);
    more.add(sighting);
    return new CountedPost(editedAt, withdrawn, versions, more);
  }

  /** The post after a retraction of what was edited until then. */
  public CountedPost withdrawn(long until) {
    return until <= withdrawn ? this : new CountedPost(editedAt, until, versions, sightings);
  }

  /** Where it was seen since {@code earlier}, if that is all that happened to it since. */
  public boolean onlySeenSince(CountedPost earlier) {
    return editedAt == earlier.editedAt
        && withdrawn == earlier.withdrawn
        && (!isEdited() || versions.equals(earlier.versions));
  }

  /** Where the sightings from a number on are counted. */
  public Set<Slot> slots(int from, Windows windows) {
    Set<Slot> slots = new LinkedHashSet<>();
    for (Sighting sighting : sightings.subList(from, sightings.size())) {
      for (PostVersion version : versionsOf(sighting)) {
        for (int window = 0; window < windows.count(); window++) {
          if (sighting.isIn(window)) {
            addSlots(window, windows.start(window, version, sighting.seenAt()), version, slots);
          }
        }
      }
    }
    return slots;
  }

  private static void addSlots(
      int window, OptionalLong start, PostVersion version, Set<Slot> slots) {
    if (start.isEmpty()) {
      return;
    }
    for (PlaceRollUp place : version.places()) {
      slots.add(new Slot(window, start.getAsLong(), place.place(), CountKey.NO_LIST));
      for (String list : version.watchLists()) {
        slots.add(new Slot(window, start.getAsLong(), place.place(), list));
      }
    }
  }

  /** What it adds to the count of a slot. */
  Contribution to(Slot slot, Windows windows) {
    Contribution.Sum sum = new Contribution.Sum();
    if (isWithdrawn()) {
      return sum.total();
    }
    for (int i = 0; i < sightings.size(); i++) {
      Sighting sighting = sightings.get(i);
      int in = in(slot, sighting, windows);
      for (int number = 0; number < versions.size(); number++) {
        if ((in & 1 << number) != 0) {
          sum.add(sighting, versions.get(number));
        }
      }
    }
    return sum.total();
  }

  /** The versions that count in a slot. */
  List<PostVersion> in(Slot slot, Windows windows) {
    int in = 0;
    for (int i = 0; i < sightings.size() && !isWithdrawn(); i++) {
      in |= in(slot, sightings.get(i), windows);
    }
    List<PostVersion> counting = new ArrayList<>(1);
    for (int number = 0; number < versions.size(); number++) {
      if ((in & 1 << number) != 0) {
        counting.add(versions.get(number));
      }
    }
    return counting;
  }

  /** Numbers of the versions, a bit each, as which a sighting counts in a slot. */
  private int in(Slot slot, Sighting sighting, Windows windows) {
    int in = 0;
    if (sighting.isIn(slot.window())) {
      int first = isEdited() ? 0 : sighting.version();
      int last = isEdited() ? versions.size() - 1 : first;
      for (int number = first; number <= last; number++) {
        PostVersion version = versions.get(number);
        OptionalLong start = windows.start(slot.window(), version, sighting.seenAt());
        if (start.isPresent()
            && start.getAsLong() == slot.start()
            && version.countsFor(slot.place(), slot.watchList())) {
          in |= 1 << number;
        }
      }
    }
    return in;
  }

  /** The windows that have counted this article already, and would count it again. */
  private int same(Sighting known, long seenAt, Windows windows) {
    PostVersion version = versions.get(isEdited() ? 0 : known.version());
    int same = 0;
    for (int window = 0; window < windows.count(); window++) {
      if (known.isIn(window)
          && windows
              .start(window, version, known.seenAt())
              .equals(windows.start(window, version, seenAt))) {
        same |= 1 << window;
      }
    }
    return same;
  }

  /**
   * Whether it counts in windows of a kind that begin within a time.
   *
   * @param window which of {@code windows}
   * @param from inclusive, epoch milliseconds
   * @param to exclusive
   * @param place see {@link PlaceRollUp#place()}
   * @param watchList whose posts are counted; {@link CountKey#NO_LIST}: everybody's
   */
  public boolean countsIn(
      int window, long from, long to, String place, String watchList, Windows windows) {
    if (isWithdrawn()) {
      return false;
    }
    for (Sighting sighting : sightings) {
      if (sighting.isIn(window)) {
        for (PostVersion version : versionsOf(sighting)) {
          OptionalLong start = windows.start(window, version, sighting.seenAt());
          if (start.isPresent()
              && start.getAsLong() >= from
              && start.getAsLong() < to
              && version.countsFor(place, watchList)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private List<PostVersion> versionsOf(Sighting sighting) {
    return isEdited() ? versions : versions.subList(sighting.version(), sighting.version() + 1);
  }

  /** Number of the version, which is the next one when it is not known yet. */
  private int indexOf(PostVersion version) {
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).saysTheSame(version)) {
        return i;
      }
    }
    return versions.size() < MOST_VERSIONS ? versions.size() : 0;
  }

  public boolean isEdited() {
    return editedAt > 0;
  }

  private boolean isWithdrawn() {
    return editedAt <= withdrawn;
  }
}
