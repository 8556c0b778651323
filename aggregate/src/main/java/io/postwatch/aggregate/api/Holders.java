// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.runtime.http.HostPort;
import java.util.List;
import java.util.Set;

/**
 * Who knows the answer to a question.
 *
 * @param isHere whether this instance knows some of it
 * @param others the others that do
 * @param partitions what all of them together must have looked at
 */
record Holders(boolean isHere, List<HostPort> others, Set<Integer> partitions) {}
