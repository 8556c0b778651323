// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.state.CountingReader;
import io.postwatch.aggregate.state.LocalState;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which task of this instance counts which topic. */
final class TopicReaders {
  private TopicReaders() {}

  /**
   * The topics that are known here, with the reader of each.
   *
   * @param asked the topics to look for; none: all
   */
  static SortedMap<String, CountingReader> of(LocalState state, Set<String> asked) {
    SortedMap<String, CountingReader> readers = new TreeMap<>();
    for (CountingReader reader : CountingReader.all(state).values()) {
      for (String topic : asked.isEmpty() ? reader.topics(CountingReader.MOST_TOPICS) : asked) {
        if (asked.isEmpty() || reader.knows(topic)) {
          readers.put(topic, reader);
        }
      }
    }
    return readers;
  }

  /**
   * Checks that each topic that was asked for is known to some instance.
   *
   * @throws RefusedException naming the first that is not
   */
  static void requireKnown(Set<String> asked, List<? extends Collection<String>> known) {
    for (String topic : asked) {
      if (known.stream().noneMatch(some -> some.contains(topic))) {
        throw RefusedException.unknown("topic: nothing is known of the topic '" + topic + "'.");
      }
    }
  }
}
