// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.state.LocalState;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.QueryableStoreType;

/** The stores of a test driver, which is a single task. */
public record DriverState(TopologyTestDriver driver, int partition) implements LocalState {

  @Override
  public Set<Integer> held(String name) {
    return Set.of(partition);
  }

  @Override
  @SuppressWarnings("unchecked") // As in Kafka Streams itself, the name tells what it is.
  public <S> Map<Integer, S> stores(String name, QueryableStoreType<S> type) {
    return Map.of(partition, (S) driver.getAllStateStores().get(name));
  }
}
