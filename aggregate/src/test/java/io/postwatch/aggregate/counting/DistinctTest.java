// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DistinctTest {
  private static final int BOUND = 1_000;

  /** Negative numbers take a post of the member away again. */
  @Property(tries = 300)
  void membersAreCountedAsASetOfThoseThatAPostStillBrings(
      @ForAll @Size(max = 60) List<@LongRange(min = -9, max = 9) Long> moves) {
    Distinct distinct = Distinct.NONE;
    Map<Long, Integer> expected = new HashMap<>();
    for (long move : moves) {
      long member = Math.abs(move);
      if (move >= 0) {
        distinct = distinct.plus(member, BOUND);
        expected.merge(member, 1, Integer::sum);
      } else {
        distinct = distinct.minus(member);
        expected.computeIfPresent(member, (any, posts) -> posts > 1 ? posts - 1 : null);
      }

      assertThat(distinct.number()).isEqualTo(expected.size());
      assertThat(distinct.isEstimated()).isFalse();
    }
  }

  @Test
  void upToTheBoundTheyAreExactAndBeyondItEstimatedToAFewPerCent() {
    Distinct distinct = Distinct.NONE;
    long[] members = fingerprints(50_000);
    for (int i = 0; i < members.length; i++) {
      distinct = distinct.plus(members[i], BOUND).plus(members[i / 2], BOUND);
      if (i < BOUND) {
        assertThat(distinct.number()).isEqualTo(i + 1);
      }
      assertThat(distinct.isEstimated()).isEqualTo(i >= BOUND);
    }

    assertThat((double) distinct.number()).isCloseTo(50_000, within(3_000.0));
  }

  @Test
  void anEstimateIsNeverBelowWhatWasKnownAndForgetsNothing() {
    Distinct distinct = Distinct.NONE;
    long[] members = fingerprints(17);
    for (long member : members) {
      distinct = distinct.plus(member, 16);
    }
    assertThat(distinct.number()).isGreaterThanOrEqualTo(17);

    assertThat(distinct.minus(members[3])).isEqualTo(distinct);
  }

  private static long[] fingerprints(int number) {
    return new SplittableRandom(7).longs(number).toArray();
  }
}
