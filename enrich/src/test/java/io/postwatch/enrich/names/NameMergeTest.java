// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.Entity;
import io.postwatch.schema.EntityType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NameMergeTest {

  @Test
  void ofNamesThatOverlapTheLongestIsKept() {
    Entity university = name(EntityType.ORGANIZATION, 0, 19);
    Entity place = name(EntityType.LOCATION, 14, 19);

    assertThat(merge(List.of(place), List.of(university))).containsExactly(university);
  }

  @Test
  void ofTheSameSpanTheSurerFinderSaysTheType() {
    Entity body = name(EntityType.ORGANIZATION, 3, 8);
    Entity place = name(EntityType.LOCATION, 3, 8);

    assertThat(merge(List.of(body), List.of(place))).containsExactly(body);
    assertThat(merge(List.of(place), List.of(body))).containsExactly(place);
  }

  @Test
  void namesSideBySideAreAllKeptInOrder() {
    Entity first = name(EntityType.PERSON, 0, 5);
    Entity second = name(EntityType.LOCATION, 5, 9);

    assertThat(merge(List.of(second), List.of(first))).containsExactly(first, second);
  }

  @Test
  void noMoreThanTheLimitAreKept() {
    List<Entity> two = List.of(name(EntityType.PERSON, 0, 1), name(EntityType.PERSON, 2, 3));

    assertThat(NameMerge.merge(List.of(two), 1)).containsExactly(two.get(0));
  }

  @Property
  void whatIsLeftNeverOverlapsAndWhatIsLeftOutOverlapsALongerOrSurerOne(
      @ForAll("names") List<Entity> names) {
    List<Entity> kept = merge(names, List.of());

    for (int i = 1; i < kept.size(); i++) {
      assertThat(kept.get(i).getStart()).isGreaterThanOrEqualTo(kept.get(i - 1).getEnd());
    }
    for (Entity name : names) {
      assertThat(kept).anyMatch(other -> overlap(name, other) && length(other) >= length(name));
    }
  }

  @Provide
  Arbitrary<List<Entity>> names() {
    Arbitrary<EntityType> types = Arbitraries.of(EntityType.PERSON, EntityType.LOCATION);
    return Combinators.combine(
            types, Arbitraries.integers().between(0, 40), Arbitraries.integers().between(1, 9))
        .as((type, start, length) -> name(type, start, start + length))
        .list()
        .ofMaxSize(20);
  }

  private static boolean overlap(Entity one, Entity other) {
    return one.getStart() < other.getEnd() && other.getStart() < one.getEnd();
  }

  private static int length(Entity name) {
    return name.getEnd() - name.getStart();
  }

  private static List<Entity> merge(List<Entity> surer, List<Entity> other) {
    return NameMerge.merge(List.of(surer, other), 200);
  }

  private static Entity name(EntityType type, int start, int end) {
    return new Entity("?", type, start, end);
  }
}
