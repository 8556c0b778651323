// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.query.Scope;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.runtime.http.HostPort;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One of two instances that hold a partition each: 0 the one, 1 the other.
 *
 * @param here its stores
 * @param number which of them it is
 * @param other the other one
 * @param partitionOf where a key is
 */
record Pair(LocalState here, int number, HostPort other, Function<String, Integer> partitionOf)
    implements Instances {

  @Override
  public Holders holders(Scope scope) {
    if (scope.key().isEmpty()) {
      return new Holders(true, List.of(other), Set.of(0, 1));
    }
    int partition = partitionOf.apply(scope.key().get());
    return partition == number
        ? new Holders(true, List.of(), Set.of(partition))
        : new Holders(false, List.of(other), Set.of(partition));
  }
}
