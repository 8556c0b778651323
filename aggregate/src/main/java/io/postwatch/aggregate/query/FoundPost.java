// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.search.Hit;
import io.postwatch.aggregate.view.KnownPost;

/**
 * A post that was found.
 *
 * @param place among all that are found
 */
public record FoundPost(Hit.Place place, KnownPost known) {}
