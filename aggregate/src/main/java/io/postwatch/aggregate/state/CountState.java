// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.aggregate.counting.Count;

/**
 * A count and how far it has been told.
 *
 * @param count the latest count
 * @param publishedAt wall-clock time at which the key was last published, epoch milliseconds
 * @param isPending whether the count has changed since, and waits to be published
 * @param isKept whether it is kept for ever: its window had closed before anything was counted in
 *     it, so that what is replayed later must find it
 */
public record CountState(Count count, long publishedAt, boolean isPending, boolean isKept) {}
