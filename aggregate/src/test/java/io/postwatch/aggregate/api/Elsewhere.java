// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.state.LocalState;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.QueryableStoreType;

/** The stores of a test driver, whose tasks have the number 0, passed for those of a partition. */
record Elsewhere(LocalState driver, int partition) implements LocalState {
  @Override
  public Set<Integer> held(String name) {
    return Set.of(partition);
  }

  @Override
  public <S> Map<Integer, S> stores(String name, QueryableStoreType<S> type) {
    return driver.stores(name, type);
  }
}
