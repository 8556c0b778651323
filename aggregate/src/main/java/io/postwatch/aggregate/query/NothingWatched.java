// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.state.LocalState;
import java.util.List;

/**
 * A question on spikes where none are told: there are none.
 *
 * @param part what each instance knows of them
 */
public record NothingWatched<P>(P part) implements Question<P> {
  @Override
  public Scope scope() {
    return Scope.all(Counted.STORE);
  }

  @Override
  public P part(LocalState state) {
    return part;
  }

  @Override
  public Page whole(List<P> parts) {
    return new Page(List.of(), List.of());
  }
}
