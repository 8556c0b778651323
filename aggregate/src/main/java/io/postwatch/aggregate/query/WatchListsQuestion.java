// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.state.CountingReader;
import io.postwatch.aggregate.state.LocalState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The watch lists whose posts were counted lately, with how many there are in one window.
 *
 * @param window the window, and no other
 * @param page which of them
 */
public record WatchListsQuestion(WindowSpan window, Page.Cut page)
    implements Question<WatchListsQuestion.Part> {
  /** How many windows of a task are searched for lists. */
  static final int MOST_WINDOWS = 60;

  /** Watch lists are files that people write. */
  private static final int MOST_LISTS = 10_000;

  /**
   * @param posts of each list, all topics together
   */
  public record Part(Map<String, Long> posts) {}

  /** A line of the answer. */
  public record Item(String watchList, long posts) {}

  @Override
  public Scope scope() {
    return Scope.all(Counted.STORE);
  }

  @Override
  public Part part(LocalState state) {
    Map<String, Long> posts = new TreeMap<>();
    for (CountingReader reader : CountingReader.all(state).values()) {
      Set<String> topics = reader.topics(CountingReader.MOST_TOPICS);
      reader
          .windows(window.clock(), window.size())
          .limit(MOST_WINDOWS)
          .map(start -> reader.watchLists(window.clock(), window.size(), start, MOST_LISTS))
          .forEach(lists -> lists.forEach(list -> posts.putIfAbsent(list, 0L)));
      posts.replaceAll((list, sum) -> sum + posts(reader, list, topics));
    }
    return new Part(posts);
  }

  private long posts(CountingReader reader, String list, Set<String> topics) {
    return topics.stream()
        .map(topic -> new CountKey(window.clock(), list, topic, "", window.from(), window.size()))
        .mapToLong(key -> reader.count(key).map(Numbers::of).orElse(Numbers.NONE).posts())
        .sum();
  }

  @Override
  public Page whole(List<Part> parts) {
    Map<String, Long> posts = new TreeMap<>();
    parts.forEach(part -> part.posts().forEach((list, sum) -> posts.merge(list, sum, Long::sum)));
    return page.of(
        posts.entrySet().stream().map(list -> new Item(list.getKey(), list.getValue())).toList());
  }
}
