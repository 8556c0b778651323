// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * How the stage's records are read and written.
 *
 * @param incident value of the incidents and of what came late
 * @param countKey key of the published counts
 * @param count value of the published counts
 */
public record AggregateSerdes(
    Serde<Incident> incident, Serde<SpecificRecord> countKey, Serde<IncidentCount> count) {}
