// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

import { arrowKeys, byId, el, replace, setText } from "./dom.js";
import { compact, countryName, currentName, iso, counted, topicName, windowName } from "./format.js";
import { REGIONS, WorldMap } from "./map.js";
import { name, plain } from "./text.js";
import { CLOSED } from "./view.js";

const LISTED = 40;

/** Where: the map, and the list that says the same. */
export class Places {
  #body = byId("places-body");
  #region = byId("region");
  map = new WorldMap(byId("map"));

  /** @param onRegion (id or null) a part of the world was chosen */
  constructor(onRegion) {
    this.#region.append(...[...REGIONS].map(([id, { label }]) => el("option", { value: id }, label)));
    this.#region.addEventListener("change", () => onRegion(this.#region.value === "world" ? null : this.#region.value));
    arrowKeys(this.#body, "a.place");
  }

  /** @param places items of /places, those with most posts first */
  render(page, period, places) {
    this.#region.value = REGIONS.has(page.view.region) ? page.view.region : "world";
    setText(byId("places-when"), page.live ? currentName(period.numberStep) : windowName(period.numberFrom, period.numberStep, page.now));
    this.map.render(page, places);
    if (places.length === 0) {
      replace(this.#body, el("p", { class: "none" }, "No post of this time names a place."));
      return;
    }
    const rows = places.slice(0, LISTED).map((place) => row(page, period, place));
    replace(
      this.#body,
      el(
        "table",
        { class: "list" },
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Place"), el("th", { scope: "col", class: "numeric" }, page.view.topic === null ? "Reports" : "Posts"), el("th", { scope: "col" }, "Topics"))),
        el("tbody", {}, rows),
      ),
    );
  }
}

function row(page, period, place) {
  const chosen = page.view.place === place.place;
  const label = place.name ?? place.place;
  const country = place.kind === "COUNTRY" ? null : countryName(place.country);
  const within = country ? `, ${country}` : "";
  const list = page.link({ ...CLOSED, of: page.view.topic, in: place.place, by: page.clock, from: iso(period.numberFrom), to: iso(period.numberTo) });
  return el(
    "tr",
    { class: chosen ? "is-chosen" : null },
    el("th", { scope: "row" }, el("a", { class: "place", href: page.link({ place: chosen ? null : place.place }), "aria-current": chosen ? "true" : null }, name(label, 60)), el("small", {}, within)),
    el("td", { class: "numeric" }, el("a", { href: list, "aria-label": plain(`${label}: ${counted(place.posts, page.view.topic)}. List them.`, 200) }, compact(place.posts))),
    el("td", { class: "topics" }, (place.topics ?? []).slice(0, 3).map(({ topic, posts: count }) => el("span", {}, name(topicName(topic), 30), ` ${compact(count)}`))),
  );
}
