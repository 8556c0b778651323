// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.schema.PlaceMention;
import java.util.List;

/**
 * Places of a text, and of the texts around it.
 *
 * @param named places that the text names, in order
 * @param around places that each text around it names, in order; empty where it names places itself
 */
public record PlacesInContext(List<PlaceMention> named, List<List<PlaceMention>> around) {}
