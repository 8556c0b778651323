// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// The map of places: countries shaded by their posts, other places as circles. It is drawn from our own file; the list beside
// it says the same in words, and is what the keyboard and a screen reader use.

import { el, setAttribute, svg } from "./dom.js";
import { compact, counted, topicName } from "./format.js";
import { projection } from "./projection.js";
import { plain } from "./text.js";

/** Corners of the parts of the world: west, south, east, north. */
export const REGIONS = new Map([
  ["world", { label: "World" }],
  ["africa", { label: "Africa", box: [-20, -36, 53, 38] }],
  ["asia", { label: "Asia", box: [60, -11, 147, 56] }],
  ["europe", { label: "Europe", box: [-12, 34, 45, 71] }],
  ["latin-america", { label: "Latin America", box: [-118, -56, -33, 33] }],
  ["middle-east", { label: "Middle East", box: [24, 11, 76, 46] }],
  ["north-america", { label: "North America", box: [-150, 14, -52, 68] }],
  ["oceania", { label: "Oceania", box: [110, -48, 180, 0] }],
]);

const SHADES = 5;
/** Of the world's map; smaller ones are hardly seen, and get a circle. */
const SMALL_AREA = 25;
const LABELS = 9;

export class WorldMap {
  #host;
  #world = null;
  #project = null;
  #countries = new Map();
  #svg = svg("svg", { role: "img", preserveAspectRatio: "xMidYMid meet" });
  #circles = svg("g", { class: "circles" });
  #labels = svg("g", { class: "labels", "aria-hidden": "true" });
  #tip = el("p", { class: "tip", hidden: true, "aria-hidden": "true" });
  #legend = el("p", { class: "legend" });
  #told = new Map();
  #page = null;
  #places = [];

  constructor(host) {
    this.#host = host;
    host.append(this.#svg, this.#legend, this.#tip);
    this.#svg.addEventListener("click", (event) => this.#pick(event.target.closest("[data-place]")?.dataset.place));
    this.#svg.addEventListener("pointermove", (event) => this.#point(event));
    this.#svg.addEventListener("pointerleave", () => (this.#tip.hidden = true));
    new ResizeObserver(() => this.#draw()).observe(host);
  }

  async load() {
    const response = await fetch("world.json");
    if (!response.ok) throw new Error("The outlines of the map do not load.");
    this.#world = await response.json();
    this.#project = projection(this.#world);
    const countries = this.#world.countries.map(({ code, path }) => {
      const outline = svg("path", { d: path, "data-place": code });
      if (code) this.#countries.set(code, [...(this.#countries.get(code) ?? []), outline]);
      return outline;
    });
    this.#svg.replaceChildren(svg("g", { class: "countries" }, countries), this.#circles, this.#labels);
    this.#draw();
  }

  /** English name of a country by its code; null where the map has none. */
  nameOf(code) {
    return (this.#world && this.#outlineOf(code)?.name) ?? null;
  }

  /** @param places items of /places */
  render(page, places) {
    this.#page = page;
    this.#places = places;
    this.#draw();
  }

  #draw() {
    if (!this.#world || !this.#page) return;
    const box = this.#view();
    setAttribute(this.#svg, "viewBox", box.join(" "));
    this.#told = new Map(this.#places.map((place) => [place.place, place]));
    const most = Math.max(0, ...this.#places.map((place) => place.posts));
    const limits = limitsFor(most);
    this.#shade(limits);
    // Units of the map that a pixel is wide, so that circles and letters are as large in every part and window.
    const { clientWidth, clientHeight } = this.#svg;
    if (clientWidth === 0 || clientHeight === 0) return;
    const unit = Math.max(box[2] / clientWidth, box[3] / clientHeight);
    const em = parseFloat(getComputedStyle(this.#host).fontSize) * unit;
    const circles = this.#places.filter((place) => this.#needsCircle(place)).map((place) => this.#circle(place, most, em));
    this.#circles.replaceChildren(...circles);
    this.#labels.replaceChildren(...this.#label(box, em));
    this.#tellLegend(limits);
    const told = this.#places.slice(0, 5).map((place) => `${plain(place.name ?? place.place, 60)} ${counted(place.posts, this.#page.view.topic)}`);
    setAttribute(this.#svg, "aria-label", `Map of the world. ${told.length > 0 ? `Most: ${told.join(", ")}` : "No place has posts"}. The list says the same.`);
  }

  #view() {
    const { top, bottom, width } = this.#world;
    const { box } = REGIONS.get(this.#page.view.region) ?? REGIONS.get("world");
    if (!box) return [0, top, width, bottom - top];
    const [west, south, east, north] = box;
    const edge = [[west, south], [west, north], [east, south], [east, north], [west, 0], [east, 0]].filter(([, latitude]) => latitude >= south && latitude <= north).map(([x, y]) => this.#project(x, y));
    const [xs, ys] = [edge.map(([x]) => x), edge.map(([, y]) => y)];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  }

  #shade(limits) {
    for (const [code, outlines] of this.#countries) {
      const count = this.#told.get(code)?.posts ?? 0;
      const shade = count === 0 ? 0 : limits.findLastIndex((limit) => count >= limit) + 1;
      for (const outline of outlines) {
        setAttribute(outline, "data-shade", shade);
        setAttribute(outline, "data-posts", count);
        outline.classList.toggle("is-chosen", this.#page.view.place === code);
      }
    }
  }

  #needsCircle(place) {
    if (this.#where(place) === null) return false;
    return place.kind !== "COUNTRY" || !(this.#outlineOf(place.place)?.area >= SMALL_AREA);
  }

  #outlineOf(code) {
    return this.#world.countries.find((country) => country.code === code);
  }

  /** Where a place is on the map: a country in the middle of its outline; null where that is not known. */
  #where(place) {
    const outline = place.kind === "COUNTRY" ? this.#outlineOf(place.place) : null;
    if (outline) return outline.at;
    const known = Number.isFinite(place.latitude) && Number.isFinite(place.longitude);
    return known ? this.#project(place.longitude, place.latitude) : null;
  }

  #circle(place, most, em) {
    const [x, y] = this.#where(place);
    const r = em * (0.2 + 0.6 * Math.sqrt(place.posts / Math.max(1, most)));
    const chosen = this.#page.view.place === place.place;
    return svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1), "data-place": place.place, "data-posts": place.posts, class: chosen ? "is-chosen" : null });
  }

  /** Names and numbers of the places with most posts, as far as they do not cover one another. */
  #label(box, em) {
    const country = this.#page.view.region === null || this.#page.view.region === "world";
    const taken = [];
    const labels = [];
    for (const place of this.#places) {
      if (labels.length >= LABELS) break;
      const where = this.#where(place);
      if (where === null || (country && place.kind !== "COUNTRY")) continue;
      const [x, y] = where;
      const text = `${plain(place.name ?? place.place, 24)} ${compact(place.posts)}`;
      const [w, h] = [text.length * em * 0.56, em * 1.25];
      const free = (at) => {
        const inside = at.left > box[0] && at.right < box[0] + box[2] && at.top > box[1] && at.bottom < box[1] + box[3];
        return inside && !taken.some((other) => at.left < other.right && at.right > other.left && at.top < other.bottom && at.bottom > other.top);
      };
      const [left, right] = [x - w / 2, x + w / 2];
      const at = [{ left, right, top: y - h, bottom: y }, { left, right, top: y + em * 0.5, bottom: y + em * 0.5 + h }].find(free);
      if (!at) continue;
      taken.push(at);
      labels.push(svg("text", { x: x.toFixed(1), y: (at.bottom - em * 0.3).toFixed(1), "font-size": em.toFixed(1), "stroke-width": (em * 0.28).toFixed(1) }, text));
    }
    return labels;
  }

  #tellLegend(limits) {
    const steps = limits.map((limit, at) => {
      const next = limits[at + 1];
      const label = next === undefined ? `${compact(limit)}+` : next - 1 > limit ? `${compact(limit)}–${compact(next - 1)}` : compact(limit);
      return el("span", { class: "shade", "data-shade": at + 1 }, label);
    });
    this.#legend.replaceChildren(this.#page.view.topic === null ? "Reports from a country " : "Posts in a country ", ...steps, el("span", { class: "dot-key" }, "in a place within"));
  }

  #pick(place) {
    if (place) location.hash = this.#page.link({ place: this.#page.view.place === place ? null : place });
  }

  #point(event) {
    const code = event.target.closest("[data-place]")?.dataset.place;
    const place = this.#told.get(code);
    const label = place ? plain(place.name ?? place.place, 60) : code ? this.nameOf(code) : null;
    this.#tip.hidden = !label;
    if (!label) return;
    const topics = (place?.topics ?? []).slice(0, 3).map(({ topic, posts: count }) => `${topicName(topic)} ${compact(count)}`);
    this.#tip.replaceChildren(el("b", {}, label), ` ${counted(place?.posts ?? 0, this.#page.view.topic)}`, ...topics.map((line) => el("span", {}, plain(line, 60))));
    const bounds = this.#host.getBoundingClientRect();
    const x = Math.min(event.clientX - bounds.left + 14, bounds.width - this.#tip.offsetWidth - 4);
    const y = Math.max(2, Math.min(event.clientY - bounds.top + 14, bounds.height - this.#tip.offsetHeight - 4));
    this.#tip.style.transform = `translate(${x}px, ${y}px)`;
  }
}

/** Lower limits of the shades: round numbers that grow by a factor, since posts a country do. */
function limitsFor(most) {
  if (most <= SHADES) return Array.from({ length: Math.max(1, most) }, (_, at) => at + 1);
  const limits = [1];
  for (let at = 1; at < SHADES; at++) limits.push(Math.max(limits.at(-1) + 1, round(most ** (at / SHADES))));
  return limits;
}

function round(value) {
  const magnitude = 10 ** Math.floor(Math.log10(value));
  return Math.max(1, Math.round([1, 2, 5, 10].findLast((step) => step * magnitude <= value) * magnitude));
}
