// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.state.LocalState;
import java.util.List;

/**
 * A question that leaves nothing open: each instance answers a part of it from its own stores, and
 * the parts make one answer, the same whichever instance puts them together.
 *
 * @param <P> a part: a record that Jackson writes and reads, since other instances send theirs
 */
public interface Question<P> {
  /** Whose stores know the answer. */
  Scope scope();

  /**
   * What the stores of this instance say, whatever page was asked for.
   *
   * @throws org.apache.kafka.streams.errors.InvalidStateStoreException while they cannot be read
   * @throws RefusedException when it would take too long
   */
  P part(LocalState state);

  /**
   * The answer: a record that Jackson writes, a {@link Page}, or an {@link Unfinished} one.
   *
   * @param parts at least one, in any order
   * @throws RefusedException when there is nothing to answer
   */
  Object whole(List<P> parts);
}
