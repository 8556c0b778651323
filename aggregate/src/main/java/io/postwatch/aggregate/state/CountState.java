// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.schema.IncidentCount;

/**
 * A count and how far it has been told.
 *
 * @param count the latest count
 * @param publishedAt wall-clock time at which the key was last published, epoch milliseconds
 * @param isPending whether the count has changed since, and waits to be published
 */
public record CountState(IncidentCount count, long publishedAt, boolean isPending) {}
