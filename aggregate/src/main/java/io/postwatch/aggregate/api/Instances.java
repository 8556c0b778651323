// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.query.Scope;
import io.postwatch.aggregate.state.LocalState;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** The instances of the stage, as this one knows them, with its own stores. */
interface Instances {

  /**
   * Who knows the answer.
   *
   * @throws InvalidStateStoreException while that is not known
   */
  Holders holders(Scope scope);

  /** The stores of this instance. */
  LocalState here();
}
