// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.state.CountingReader;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.schema.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One number of each topic, window by window.
 *
 * @param windows of which windows
 * @param filter of which topics, at one place
 * @param measure which number
 */
public record SeriesQuestion(WindowSpan windows, CountFilter filter, Measure measure)
    implements Question<SeriesQuestion.Part> {
  /** Windows of an answer. */
  public static final int MOST_WINDOWS = 1_500;

  /** Windows x topics that are looked at for one answer. */
  static final int MOST_LOOKED_AT = 60_000;

  /**
   * @param values of each topic that is known, the oldest window first
   */
  public record Part(Map<String, long[]> values) {}

  /**
   * The answer.
   *
   * @param starts of the windows, the oldest first
   * @param items the topics, the one with the most first
   */
  public record Series(
      Clock clock,
      String size,
      Instant from,
      Instant to,
      String watchList,
      String place,
      Measure measure,
      List<Instant> starts,
      List<Item> items) {}

  /**
   * @param total sum of the values
   * @param values one a window, 0 where nothing is counted
   */
  public record Item(String topic, long total, long[] values) {}

  @Override
  public Scope scope() {
    return filter.scope();
  }

  @Override
  public Part part(LocalState state) {
    Map<String, CountingReader> readers = TopicReaders.of(state, filter.topics());
    Counted.requireFew(windows, readers.size(), MOST_LOOKED_AT);
    Map<String, long[]> values = new TreeMap<>();
    readers.forEach((topic, reader) -> values.put(topic, values(topic, reader)));
    return new Part(values);
  }

  private long[] values(String topic, CountingReader reader) {
    return IntStream.range(0, (int) windows.number())
        .mapToObj(i -> reader.count(filter.key(topic, filter.place(), windows, windows.start(i))))
        .mapToLong(count -> count.map(Numbers::of).orElse(Numbers.NONE).of(measure))
        .toArray();
  }

  @Override
  public Series whole(List<Part> parts) {
    TopicReaders.requireKnown(
        filter.topics(), parts.stream().map(part -> part.values().keySet()).toList());
    int topics = parts.stream().mapToInt(part -> part.values().size()).sum();
    Counted.requireFew(windows, topics, MOST_LOOKED_AT);
    List<Item> items =
        parts.stream()
            .flatMap(part -> part.values().entrySet().stream())
            .map(topic -> new Item(topic.getKey(), sum(topic.getValue()), topic.getValue()))
            .sorted(Comparator.comparing(Item::total).reversed().thenComparing(Item::topic))
            .toList();
    return new Series(
        windows.clock(),
        windows.size().toString(),
        Instant.ofEpochMilli(windows.from()),
        Instant.ofEpochMilli(windows.to()),
        Absent.ifEmpty(filter.watchList()),
        Absent.ifEmpty(filter.place()),
        measure,
        IntStream.range(0, (int) windows.number())
            .mapToObj(i -> Instant.ofEpochMilli(windows.start(i)))
            .toList(),
        items);
  }

  private static long sum(long[] values) {
    return Arrays.stream(values).sum();
  }
}
