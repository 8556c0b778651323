// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Everything a task remembers: four stores with changelogs, named here and nowhere else. Keys are
 * bytes made by ourselves, so that ranges and prefixes can be scanned in order.
 *
 * @param counts the latest count of each key, and how far it has been told
 * @param posts what was counted of each post
 * @param deadlines when windows close, when what they counted is told and when it is forgotten
 * @param clocks how far the windows' clocks have run
 */
public record CountingStores(Counts counts, Posts posts, Deadlines deadlines, WindowClocks clocks) {
  public static final String COUNTS = "counts";
  public static final String POSTS = "posts";
  private static final String DEADLINES = "deadlines";
  static final String CLOCK = "clock";

  /** The stores of this task. */
  public static CountingStores of(ProcessingContext context) {
    return new CountingStores(
        new Counts(context.getStateStore(COUNTS)),
        new Posts(context.getStateStore(POSTS)),
        new Deadlines(context.getStateStore(DEADLINES)),
        new WindowClocks(context.getStateStore(CLOCK)));
  }

  /** Builders of the stores, each on what {@code kind} supplies for its name. */
  public static Set<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> kind) {
    List<StoreBuilder<?>> builders =
        List.of(
            // Few keys written often: the cache spares all writes but the last before each commit.
            Stores.keyValueStoreBuilder(
                    kind.apply(COUNTS), Serdes.Bytes(), CountStateSerde.create())
                .withCachingEnabled(),
            Stores.keyValueStoreBuilder(kind.apply(POSTS), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled(),
            Stores.keyValueStoreBuilder(kind.apply(DEADLINES), Serdes.Bytes(), Serdes.ByteArray()),
            Stores.keyValueStoreBuilder(kind.apply(CLOCK), Serdes.String(), Serdes.Long())
                .withCachingEnabled());
    return new LinkedHashSet<>(builders);
  }
}
