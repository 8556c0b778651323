// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreType;

/** The state stores of an application's tasks here, by interactive queries. */
public final class StreamsState implements LocalState {
  private static final Duration LATELY = Duration.ofSeconds(1);
  private static final int MOST_REMEMBERED = 1_000;

  private final KafkaStreams streams;
  private final Map<String, SubTopology> byStore;
  private final Cache<String, Object> found =
      Caffeine.newBuilder().expireAfterWrite(LATELY).maximumSize(MOST_REMEMBERED).build();

  /** Tasks of it hold the same stores, one task a partition of its input. */
  private record SubTopology(int id, int partitions) {}

  /**
   * @param partitions of the topics that the application reads, by their names
   */
  public StreamsState(KafkaStreams streams, Topology topology, Map<String, Integer> partitions) {
    this.streams = streams;
    this.byStore = byStore(topology.describe(), partitions);
  }

  private static Map<String, SubTopology> byStore(
      TopologyDescription topology, Map<String, Integer> partitions) {
    Map<String, SubTopology> byStore = new HashMap<>();
    for (TopologyDescription.Subtopology part : topology.subtopologies()) {
      int most = 0;
      for (TopologyDescription.Node node : part.nodes()) {
        if (node instanceof TopologyDescription.Source source && source.topicSet() != null) {
          for (String topic : source.topicSet()) {
            most = Math.max(most, partitions.getOrDefault(topic, 0));
          }
        }
      }
      for (TopologyDescription.Node node : part.nodes()) {
        if (node instanceof TopologyDescription.Processor processor) {
          for (String store : processor.stores()) {
            byStore.put(store, new SubTopology(part.id(), most));
          }
        }
      }
    }
    return byStore;
  }

  /** How many tasks of all instances hold a store of that name; 0 where nobody can tell. */
  public int partitions(String store) {
    return of(store).partitions();
  }

  @Override
  public Set<Integer> held(String store) {
    int id = of(store).id();
    return streams.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .map(TaskMetadata::taskId)
        .filter(task -> task.subtopology() == id)
        .map(task -> task.partition())
        .collect(Collectors.toSet());
  }

  @Override
  public <S> Map<Integer, S> stores(String store, QueryableStoreType<S> type) {
    return whileRunning(
        () -> {
          Map<Integer, S> stores = new TreeMap<>();
          for (int partition : held(store)) {
            stores.put(
                partition,
                streams.store(
                    StoreQueryParameters.fromNameAndType(store, type).withPartition(partition)));
          }
          return stores;
        });
  }

  @Override
  @SuppressWarnings("unchecked") // What is searched for tells what is found.
  public <T> T lately(String what, Supplier<T> search) {
    return (T) found.get(what, same -> search.get());
  }

  private SubTopology of(String store) {
    SubTopology found = byStore.get(store);
    if (found == null) {
      throw new IllegalArgumentException("no processor has a store " + store);
    }
    return found;
  }

  /** Kafka Streams throws two kinds of exceptions while it is not at work. */
  public static <T> T whileRunning(Supplier<T> step) {
    try {
      return step.get();
    } catch (IllegalStateException e) {
      throw new InvalidStateStoreException(e.getMessage(), e);
    }
  }
}
