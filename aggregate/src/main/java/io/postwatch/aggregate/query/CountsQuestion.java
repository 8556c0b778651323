// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.counting.Count;
import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.state.CountingReader;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.schema.CountStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counts of some windows, the newest first, then by topic and place.
 *
 * @param windows of which windows
 * @param filter which of their counts
 * @param status only those that are so far; empty: all
 * @param after only those that come after this one in the list; empty: from the beginning
 * @param limit how many at most
 */
public record CountsQuestion(
    WindowSpan windows,
    CountFilter filter,
    Optional<CountStatus> status,
    Optional<CountPosition> after,
    int limit)
    implements Question<CountsQuestion.Part> {

  /** Windows x topics, and counts of single places, that are looked at for one answer. */
  public static final int MOST_LOOKED_AT = 10_000;

  /**
   * The first counts that an instance has.
   *
   * @param topics what it knows of the topics that were asked for
   * @param items the counts
   * @param upTo until where it looked; null: to the end
   */
  public record Part(List<String> topics, List<ObjectNode> items, CountPosition upTo) {}

  @Override
  public Scope scope() {
    return filter.scope();
  }

  @Override
  public Part part(LocalState state) {
    SortedMap<String, CountingReader> readers = TopicReaders.of(state, filter.topics());
    Counted.requireFew(windows, readers.size(), MOST_LOOKED_AT);
    Walk walk = new Walk();
    readers.forEach(walk::add);
    return walk.part();
  }

  @Override
  public Page whole(List<Part> parts) {
    List<List<String>> known = parts.stream().map(Part::topics).toList();
    TopicReaders.requireKnown(filter.topics(), known);
    Counted.requireFew(windows, known.stream().mapToInt(List::size).sum(), MOST_LOOKED_AT);
    Optional<CountPosition> upTo =
        parts.stream()
            .map(Part::upTo)
            .filter(position -> position != null)
            .min(CountPosition.ORDER);
    TreeMap<CountPosition, ObjectNode> all = new TreeMap<>(CountPosition.ORDER);
    parts.forEach(part -> part.items().forEach(item -> all.put(CountPosition.of(item), item)));
    // Behind the place up to which everybody looked something may be missing.
    SortedMap<CountPosition, ObjectNode> sure =
        upTo.isPresent() ? all.headMap(upTo.get(), true) : all;
    List<ObjectNode> items = sure.values().stream().limit(limit).toList();
    if (items.size() < sure.size()) {
      return new Page(items, CountPosition.of(items.get(items.size() - 1)).words());
    }
    return new Page(items, upTo.map(CountPosition::words).orElse(List.of()));
  }

  /** One pass over windows, topics and places, which ends when the page is full. */
  private final class Walk {
    private final SortedMap<String, CountingReader> readers = new TreeMap<>();
    private final List<ObjectNode> items = new ArrayList<>();
    private CountPosition last;
    private int lookedAt;
    private boolean isFull;

    void add(String topic, CountingReader reader) {
      readers.put(topic, reader);
    }

    Part part() {
      for (int i = (int) windows.number() - 1; i >= 0 && !isFull; i--) {
        long start = windows.start(i);
        for (Map.Entry<String, CountingReader> topic : readers.entrySet()) {
          if (!isFull) {
            visit(start, topic.getKey(), topic.getValue());
          }
        }
      }
      return new Part(List.copyOf(readers.keySet()), items, isFull ? last : null);
    }

    private void visit(long start, String topic, CountingReader reader) {
      if (after.isPresent() && after.get().isPast(start, topic)) {
        return;
      }
      if (!filter.isOfEachPlace()) {
        CountKey key = filter.key(topic, filter.place(), windows, start);
        if (isWanted(key)) {
          reader.count(key).ifPresent(count -> look(reader, key, count));
        }
        return;
      }
      String from =
          after
              .filter(position -> position.isIn(start, topic))
              .map(CountPosition::place)
              .orElse("");
      reader.places(
          filter.key(topic, from, windows, start),
          (key, count) -> {
            if (!key.place().isEmpty() && isWanted(key)) {
              look(reader, key, count);
            }
            return !isFull;
          });
    }

    private boolean isWanted(CountKey key) {
      return after.isEmpty() || CountPosition.ORDER.compare(CountPosition.of(key), after.get()) > 0;
    }

    private void look(CountingReader reader, CountKey key, Count count) {
      if (status.isEmpty() || status.get() == count.status()) {
        items.add(CountJson.detailed(key, reader.published(key, count)));
      }
      last = CountPosition.of(key);
      lookedAt++;
      isFull = items.size() >= limit || lookedAt >= MOST_LOOKED_AT;
    }
  }
}
