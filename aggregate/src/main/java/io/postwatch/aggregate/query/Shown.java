// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.view.View;
import io.postwatch.aggregate.view.ViewReader;
import java.time.InstantSource;

/**
 * Where questions on what is shown are asked.
 *
 * @param view what this instance shows
 * @param clock the wall clock
 */
public record Shown(View view, InstantSource clock) {
  ViewReader in(LocalState state) {
    return new ViewReader(view, state, clock);
  }
}
