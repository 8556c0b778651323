// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.query.CountsQuestion.Part;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the parts of several instances become one page. */
class CountsQuestionTest {
  private static final long HOUR = 3_600_000;

  @Test
  void countsOfAllInstancesAreInOneOrder() {
    Part one = part(null, count(3, "flood", ""), count(1, "flood", ""));
    Part two = part(null, count(3, "crime", ""), count(2, "crime", ""));

    assertThat(page(10, one, two)).containsExactly("3 crime", "3 flood", "2 crime", "1 flood");
    assertThat(page(10, two, one)).containsExactly("3 crime", "3 flood", "2 crime", "1 flood");
  }

  @Test
  void aPageThatIsFullGoesOnAfterItsLast() {
    Page page =
        ask(2).whole(List.of(part(null, count(3, "a", ""), count(2, "a", ""), count(1, "a", ""))));

    assertThat(page.items()).hasSize(2);
    assertThat(CountPosition.of(page.next())).isEqualTo(new CountPosition(2 * HOUR, "a", ""));
  }

  @Test
  void whatLiesBehindThePlaceUpToWhichSomebodyLookedIsLeftForTheNextPage() {
    Part stopped = part(new CountPosition(2 * HOUR, "a", ""), count(3, "a", ""));
    Part whole = part(null, count(2, "0", ""), count(2, "b", ""), count(1, "b", ""));

    Page page = ask(10).whole(List.of(stopped, whole));

    assertThat(names(page)).containsExactly("3 a", "2 0");
    assertThat(CountPosition.of(page.next())).isEqualTo(new CountPosition(2 * HOUR, "a", ""));
  }

  @Test
  void aPageMayBeEmptyAndYetHaveANext() {
    Page page = ask(10).whole(List.of(part(new CountPosition(2 * HOUR, "a", "KZ"))));

    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isNotEmpty();
  }

  @Test
  void aCountThatTwoInstancesTellWhileItsTaskMovesIsOneCount() {
    Part one = part(null, count(3, "a", ""));

    assertThat(page(10, one, one)).containsExactly("3 a");
  }

  @Test
  void placesOfShorterNamesComeFirstAsInTheStores() {
    List<CountPosition> sorted =
        Stream.of("1526384", "KZ", "", "3", "AT")
            .map(place -> new CountPosition(0, "a", place))
            .sorted(CountPosition.ORDER)
            .toList();

    assertThat(sorted)
        .extracting(CountPosition::place)
        .containsExactly("", "3", "AT", "KZ", "1526384");
  }

  @Test
  void theTopicsOfAllInstancesTogetherAreWhatMakesARangeTooLong() {
    CountsQuestion question =
        new CountsQuestion(
            new WindowSpan(Clock.SEEN, WindowSize.HOUR, 0, 100 * HOUR),
            new CountFilter(Set.of(), "", ""),
            Optional.empty(),
            Optional.empty(),
            10);
    Part many = new Part(IntStream.range(0, 60).mapToObj(i -> "a" + i).toList(), List.of(), null);
    Part more = new Part(IntStream.range(0, 60).mapToObj(i -> "b" + i).toList(), List.of(), null);

    assertThat(question.whole(List.of(many)).items()).isEmpty();
    assertThatThrownBy(() -> question.whole(List.of(many, more)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("100 windows of 1h of 120 topics");
  }

  private static CountsQuestion ask(int limit) {
    return new CountsQuestion(
        new WindowSpan(Clock.SEEN, WindowSize.HOUR, 0, 4 * HOUR),
        new CountFilter(Set.of(), "", ""),
        Optional.empty(),
        Optional.empty(),
        limit);
  }

  private static List<String> page(int limit, Part... parts) {
    return names(ask(limit).whole(List.of(parts)));
  }

  private static List<String> names(Page page) {
    return page.items().stream()
        .map(ObjectNode.class::cast)
        .map(CountPosition::of)
        .map(position -> position.windowStart() / HOUR + " " + position.topic())
        .toList();
  }

  private static Part part(CountPosition upTo, ObjectNode... counts) {
    return new Part(List.of("a"), List.of(counts), upTo);
  }

  private static ObjectNode count(int hour, String topic, String place) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("windowStart", Instant.ofEpochMilli(hour * HOUR).toString())
        .put("topic", topic)
        .put("place", place.isEmpty() ? null : place);
  }
}
