// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.query.Scope;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.state.StreamsState;
import io.postwatch.runtime.http.HostPort;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** Instances as Kafka Streams tells them of each other, in their group. */
final class StreamsInstances implements Instances {
  private final KafkaStreams streams;
  private final StreamsState state;
  private final HostPort self;

  /**
   * @param self under what the other instances know this one
   */
  StreamsInstances(KafkaStreams streams, StreamsState state, HostPort self) {
    this.streams = streams;
    this.state = state;
    this.self = self;
  }

  @Override
  public LocalState here() {
    return state;
  }

  @Override
  public Holders holders(Scope scope) {
    return StreamsState.whileRunning(
        () ->
            scope.key().isPresent()
                ? holder(scope.store(), scope.key().get())
                : allHolders(scope.store()));
  }

  private Holders holder(String store, String key) {
    KeyQueryMetadata found = streams.queryMetadataForKey(store, key, Serdes.String().serializer());
    if (found == null || found.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
      throw new InvalidStateStoreException("nobody holds the partition at the moment");
    }
    return holders(List.of(hostPort(found.activeHost())), Set.of(found.partition()));
  }

  private Holders allHolders(String store) {
    List<HostPort> holders =
        streams.streamsMetadataForStore(store).stream()
            .filter(instance -> instance.stateStoreNames().contains(store))
            .map(instance -> hostPort(instance.hostInfo()))
            .sorted(Comparator.comparing(HostPort::toString))
            .toList();
    return holders(
        holders, IntStream.range(0, state.partitions(store)).boxed().collect(Collectors.toSet()));
  }

  private Holders holders(List<HostPort> all, Set<Integer> partitions) {
    return new Holders(
        all.contains(self), all.stream().filter(one -> !one.equals(self)).toList(), partitions);
  }

  private static HostPort hostPort(HostInfo host) {
    return new HostPort(host.host(), host.port());
  }
}
