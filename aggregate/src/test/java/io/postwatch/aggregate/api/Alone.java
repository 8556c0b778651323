// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.query.Scope;
import io.postwatch.aggregate.state.LocalState;
import java.util.List;
import java.util.Set;

/** An instance beside which there is no other. */
record Alone(LocalState here) implements Instances {
  @Override
  public Holders holders(Scope scope) {
    return new Holders(true, List.of(), Set.of(0));
  }
}
