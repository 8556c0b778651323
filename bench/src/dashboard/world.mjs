// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// Prints the world as the dashboard draws it: for each country its outline in the Equal Earth projection (equal areas
// look equal), as the path of an SVG of 10,000 units' width. Projected here, so that the page needs no library for it.
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { filter, filterAttachedWeight, presimplify, quantile, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
const iso = require("i18n-iso-countries");
const atlas = presimplify(require("world-atlas/countries-50m.json"));

// The third of the points that matter most: more is not seen at 4K. Islands that this leaves without an area go, for a
// ring without one would be taken for the rest of the globe.
const least = quantile(atlas, 0.35);
const simple = filter(simplify(atlas, least), filterAttachedWeight(atlas, least));
const world = feature(simple, "countries");

const WIDTH = 1000;
// Antarctica has no posts, and takes a fifth of the height.
const shown = world.features.filter((country) => country.properties.name !== "Antarctica");
// Cut through Bering Strait, the one meridian that parts no country in two.
const MERIDIAN = 11;
const projection = geoEqualEarth().rotate([-MERIDIAN, 0]).precision(1);
projection.fitWidth(WIDTH, { type: "Sphere" });
const path = geoPath(projection).digits(1);

/** The same path with steps in place of positions, which are a third as long. */
function relative(absolute) {
  let [atX, atY] = [0, 0];
  return absolute.replace(/([MLZ])(?:(-?[\d.]+),(-?[\d.]+))?/g, (whole, command, x, y) => {
    if (command === "Z") return "z";
    const [toX, toY] = [Math.round(x * 10), Math.round(y * 10)];
    const [stepX, stepY] = command === "M" ? [toX, toY] : [toX - atX, toY - atY];
    [atX, atY] = [toX, toY];
    const step = `${stepX}${stepY < 0 ? "" : " "}${stepY}`;
    if (command === "M") return "M" + step + "l";
    return stepX === 0 && stepY === 0 ? "" : (stepX < 0 ? "" : " ") + step;
  }).replaceAll("l ", "l").replace(/M[^MZ]*lz/gi, "");
}

/** Where its name goes: the middle of its largest part, which for France is not in the Atlantic. */
function centre({ geometry }) {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const polygons = parts.map((coordinates) => ({ type: "Polygon", coordinates }));
  return path.centroid(polygons.reduce((a, b) => (path.area(b) > path.area(a) ? b : a)));
}

const [[, top], [, bottom]] = path.bounds({ type: "FeatureCollection", features: shown });

// What ISO 3166 has no number for, but Natural Earth an outline: under the code that GeoNames counts its places to.
const UNNUMBERED = { Kosovo: "XK", Somaliland: "SO", "N. Cyprus": "CY" };

const countries = shown
  .map((country) => ({
    code: UNNUMBERED[country.properties.name] ?? iso.numericToAlpha2(country.id) ?? null,
    name: country.properties.name,
    area: Math.round(path.area(country)),
    at: centre(country).map((value) => Math.round(value * 10)),
    path: relative(path(country) ?? ""),
  }))
  .filter((country) => country.path)
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const tenfold = (value) => Math.round(value * 10);
const [x, y] = projection.translate();
console.log(
  `{"source":"Natural Earth 1:50m","width":${tenfold(WIDTH)},"top":${tenfold(top)},"bottom":${tenfold(bottom)},` +
    `"meridian":${MERIDIAN},"scale":${tenfold(projection.scale())},"translate":[${tenfold(x)},${tenfold(y)}],"countries":[\n` +
    countries.map((country) => JSON.stringify(country)).join(",\n") +
    "\n]}",
);
