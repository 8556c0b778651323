// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import org.apache.kafka.common.serialization.Serde;

/**
 * How the stage's records are read and written.
 *
 * @param post value of the posts that come in
 * @param enriched value of the enriched posts
 * @param incident value of the incidents
 */
public record EnrichSerdes(
    Serde<EmbeddedPost> post, Serde<EnrichedPost> enriched, Serde<Incident> incident) {}
