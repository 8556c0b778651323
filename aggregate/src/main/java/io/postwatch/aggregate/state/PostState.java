// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.aggregate.counting.CountedPost;

/**
 * A post and how long it is remembered.
 *
 * @param post what was counted of it
 * @param touchedAt wall-clock time at which it last changed, epoch milliseconds
 * @param isKept whether it is kept for ever, with the counts that {@link CountState#isKept()} keeps
 */
public record PostState(CountedPost post, long touchedAt, boolean isKept) {}
