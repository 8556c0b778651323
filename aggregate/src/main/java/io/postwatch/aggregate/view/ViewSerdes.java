// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Spike;
import org.apache.kafka.common.serialization.Serde;

/** How the records that are shown are read and kept: as they lie in their topics. */
public record ViewSerdes(Serde<EnrichedPost> post, Serde<Incident> incident, Serde<Spike> spike) {}
