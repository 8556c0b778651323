// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What becomes of the counts when what is known of a post changes.
 *
 * @param post identity of the post
 * @param postKey the same as published
 * @param before what was known of it
 * @param after what is known of it now
 * @param windows all that are counted
 */
public record PostChange(
    PostId post, String postKey, CountedPost before, CountedPost after, Windows windows) {

  /** The counts that may change. */
  public Set<Slot> slots() {
    if (after.onlySeenSince(before)) {
      return after.slots(before.sightings().size(), windows);
    }
    Set<Slot> slots = new LinkedHashSet<>(before.slots(0, windows));
    slots.addAll(after.slots(0, windows));
    return slots;
  }

  /** What becomes of the count of a slot. */
  public SlotChange in(Slot slot) {
    return new SlotChange(
        post,
        postKey,
        slot,
        before.to(slot, windows),
        after.to(slot, windows),
        after.in(slot, windows),
        after.onlySeenSince(before));
  }
}
