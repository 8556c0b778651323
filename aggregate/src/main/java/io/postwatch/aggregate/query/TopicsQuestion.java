// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.state.CountingReader;
import io.postwatch.aggregate.state.LocalState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All topics that are known, with what they have in one window.
 *
 * @param window the window, and no other
 * @param watchList whose posts; {@link CountKey#NO_LIST}: everybody's
 * @param page which of them
 */
public record TopicsQuestion(WindowSpan window, String watchList, Page.Cut page)
    implements Question<TopicsQuestion.Part> {
  /** How many windows of a task are looked at for when a topic was counted last. */
  static final int MOST_WINDOWS = 400;

  /** The topics of an instance. */
  public record Part(List<Known> topics) {}

  /**
   * What is known of a topic.
   *
   * @param last start of the last window that counts it, epoch milliseconds; null: long ago
   */
  public record Known(String topic, Numbers now, Long last) {}

  /**
   * A line of the answer.
   *
   * @param lastWindow start of the last window that counts it; null: long ago
   */
  public record Item(
      String topic, long posts, long sightings, long authors, long outlets, Instant lastWindow) {}

  @Override
  public Scope scope() {
    return Scope.all(Counted.STORE);
  }

  @Override
  public Part part(LocalState state) {
    List<Known> topics = new ArrayList<>();
    for (CountingReader reader : CountingReader.all(state).values()) {
      topics.addAll(topics(reader));
    }
    return new Part(topics);
  }

  private List<Known> topics(CountingReader reader) {
    Set<String> topics = reader.topics(CountingReader.MOST_TOPICS);
    Map<String, Long> last = new HashMap<>();
    Iterator<Long> windows =
        reader.windows(window.clock(), window.size()).limit(MOST_WINDOWS).iterator();
    while (last.size() < topics.size() && windows.hasNext()) {
      long start = windows.next();
      for (String topic : topics) {
        if (!last.containsKey(topic) && reader.count(key(topic, start)).isPresent()) {
          last.put(topic, start);
        }
      }
    }
    return topics.stream()
        .map(topic -> new Known(topic, now(reader, topic), last.get(topic)))
        .toList();
  }

  private Numbers now(CountingReader reader, String topic) {
    return reader.count(key(topic, window.from())).map(Numbers::of).orElse(Numbers.NONE);
  }

  private CountKey key(String topic, long start) {
    return new CountKey(window.clock(), watchList, topic, "", start, window.size());
  }

  @Override
  public Page whole(List<Part> parts) {
    Comparator<Known> order = Comparator.comparing(topic -> topic.now().posts());
    List<Known> all =
        parts.stream()
            .flatMap(part -> part.topics().stream())
            .sorted(order.reversed().thenComparing(Known::topic))
            .toList();
    return page.of(all, TopicsQuestion::item);
  }

  private static Item item(Known topic) {
    Numbers now = topic.now();
    return new Item(
        topic.topic(),
        now.posts(),
        now.sightings(),
        now.authors(),
        now.outlets(),
        topic.last() == null ? null : Instant.ofEpochMilli(topic.last()));
  }
}
