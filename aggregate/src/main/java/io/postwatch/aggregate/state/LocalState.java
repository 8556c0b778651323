// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreType;

/** The state stores of the tasks at work in this instance, to be read by other threads. */
public interface LocalState {

  /** Partitions of whose input the tasks here hold a store of that name. */
  Set<Integer> held(String name);

  /**
   * The store of that name of each task, by the partition of its input. A range of it copies, and
   * locks meanwhile, all keys of the range that are in the store's cache: keep ranges narrow, or
   * ask seldom. They are not asked by {@code KafkaStreams.query}: in 4.3.1 that locks a store's
   * position and then the store, a task that writes locks them the other way round, and both wait
   * for ever.
   *
   * @throws InvalidStateStoreException while they cannot be read: tasks start, move or restore
   */
  <S> Map<Integer, S> stores(String name, QueryableStoreType<S> type);

  /**
   * What is found by a search that is worth remembering for a second.
   *
   * @param what is searched for, and where
   */
  default <T> T lately(String what, Supplier<T> search) {
    return search.get();
  }
}
