// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import io.postwatch.aggregate.counting.PostId;
import io.postwatch.schema.Evidence;
import java.util.OptionalLong;

/**
 * A post at its first sighting.
 *
 * @param id which post
 * @param author a hash of its account; empty when that is not known
 * @param outlet a hash of the outlet; empty when not known, as of a post straight from a platform
 * @param evidence what is shown of it
 */
public record NewPost(PostId id, OptionalLong author, OptionalLong outlet, Evidence evidence) {}
