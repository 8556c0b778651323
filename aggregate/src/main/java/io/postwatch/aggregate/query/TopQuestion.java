// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.counting.Count;
import io.postwatch.aggregate.state.CountingReader;
import io.postwatch.aggregate.state.LocalState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The topics that have most of something in a window, and what they had in the window before.
 *
 * @param windows the window before, and the window
 * @param filter of which topics, at one place
 * @param by of what
 * @param page which of them
 */
public record TopQuestion(WindowSpan windows, CountFilter filter, Measure by, Page.Cut page)
    implements Question<TopQuestion.Part> {

  /**
   * @param topics what is known of the topics that were asked for
   * @param counted those that have a count in the window
   */
  public record Part(List<String> topics, List<Counts> counted) {}

  /**
   * What a topic has.
   *
   * @param previous in the window before
   */
  public record Counts(String topic, Numbers now, Numbers previous) {}

  /**
   * A line of the answer.
   *
   * @param previous that which it is sorted by, in the window before
   */
  public record Item(
      String topic, long posts, long sightings, long authors, long outlets, long previous) {}

  @Override
  public Scope scope() {
    return filter.scope();
  }

  @Override
  public Part part(LocalState state) {
    List<Counts> counted = new ArrayList<>();
    var readers = TopicReaders.of(state, filter.topics());
    readers.forEach(
        (topic, reader) ->
            count(topic, reader, windows.start(1))
                .map(Numbers::of)
                .map(now -> new Counts(topic, now, previous(topic, reader)))
                .ifPresent(counted::add));
    return new Part(List.copyOf(readers.keySet()), counted);
  }

  private Numbers previous(String topic, CountingReader reader) {
    return count(topic, reader, windows.start(0)).map(Numbers::of).orElse(Numbers.NONE);
  }

  private Optional<Count> count(String topic, CountingReader reader, long start) {
    return reader.count(filter.key(topic, filter.place(), windows, start));
  }

  @Override
  public Page whole(List<Part> parts) {
    TopicReaders.requireKnown(filter.topics(), parts.stream().map(Part::topics).toList());
    Comparator<Counts> order = Comparator.comparing(counts -> counts.now().of(by));
    List<Counts> all =
        parts.stream()
            .flatMap(part -> part.counted().stream())
            .sorted(order.reversed().thenComparing(Counts::topic))
            .toList();
    return page.of(all, this::item);
  }

  private Item item(Counts counts) {
    Numbers now = counts.now();
    return new Item(
        counts.topic(),
        now.posts(),
        now.sightings(),
        now.authors(),
        now.outlets(),
        counts.previous().of(by));
  }
}
