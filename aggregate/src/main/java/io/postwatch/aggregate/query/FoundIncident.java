// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.search.Hit;
import io.postwatch.aggregate.view.KnownIncident;
import io.postwatch.schema.Incident;

/**
 * An incident that stands behind a count.
 *
 * @param place among all that are found
 * @param shown its version to be shown
 * @param sightings articles in which it was seen
 */
public record FoundIncident(Hit.Place place, KnownIncident known, Incident shown, int sightings) {}
