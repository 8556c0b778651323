// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// What is reported more than usual, be it rising or a spike: {topic, place, placeName, country, observed, ...}.

import { countryName } from "./format.js";

/** So much of what stands out in a wider place, and it is the narrower place's story. */
const MOST_OF_IT = 0.7;

/** Where, with its country where it is not the country itself. */
export function whereName({ place, placeName, country }) {
  if (!place) return "all places";
  const within = country && country !== place ? countryName(country) : null;
  return [placeName ?? place, within].filter(Boolean).join(", ");
}

/**
 * One of each story: protests in Nairobi make Kenya stand out too, and all places together, of which only Nairobi is told.
 * A wider place stays where more than its part stands out, or where it alone is a spike.
 *
 * @param atOneTime (inner, outer) whether both are of the same time
 */
export function stories(items, atOneTime = () => true) {
  const isWithin = (inner, outer) => inner.topic === outer.topic && inner.place && inner.place !== outer.place && (!outer.place || outer.place === inner.country);
  const isMost = (inner, outer) => inner.observed >= MOST_OF_IT * outer.observed && (inner.spike !== false || !outer.spike);
  return items.filter((outer) => !items.some((inner) => isWithin(inner, outer) && isMost(inner, outer) && atOneTime(inner, outer)));
}
