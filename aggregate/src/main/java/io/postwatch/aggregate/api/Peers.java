// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.runtime.http.HostPort;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Asks other instances. */
@FunctionalInterface
interface Peers {

  /**
   * What an instance knows of the answer to a question.
   *
   * @param address path and parameters below {@code /api/v1}
   * @return fails with an {@link io.postwatch.runtime.http.HttpProblem} where it does not answer
   */
  CompletableFuture<Part> ask(HostPort instance, String address);

  /**
   * A part of an answer, as it is sent.
   *
   * @param partitions what the instance has looked at
   * @param json see {@link io.postwatch.aggregate.query.Question#part}
   */
  record Part(Set<Integer> partitions, byte[] json) {}
}
