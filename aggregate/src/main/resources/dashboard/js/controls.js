// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// The controls in the header: each is a key of the view.

import { byId, el, replace, setAttribute, setText } from "./dom.js";
import { iso, topicName } from "./format.js";
import { name, plain } from "./text.js";
import { address, parse } from "./view.js";

export class Controls {
  #clocks = { SEEN: "Seen", POSTED: "Posted" };

  /** @param go (changes of the view); @param pause () => of what is shown now */
  constructor(go, pause) {
    this.go = go;
    byId("pause").addEventListener("click", () => pause());
    byId("theme").addEventListener("change", () => go({ theme: byId("theme").value === "auto" ? null : byId("theme").value }));
    byId("watch").addEventListener("change", () => go({ watch: byId("watch").value || null }));
    byId("search").addEventListener("submit", (event) => {
      event.preventDefault();
      const q = byId("search-text").value.trim();
      if (q !== "") go({ of: null, in: null, by: null, from: null, to: null, post: null, q });
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest("input, select, textarea");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        byId("search-text").focus();
      }
    });
  }

  /** @param known {ranges, clocks, watchLists} of this server */
  render(page, known, placeName) {
    this.#segments("range", known.ranges.map(({ id, label }) => [id, label]), page.range.id, (id) => this.go({ range: id }));
    this.#segments("clock", known.clocks.map((clock) => [clock, this.#clocks[clock] ?? clock]), page.clock, (clock) => this.go({ clock }));
    byId("clock").hidden = known.clocks.length < 2;
    byId("theme").value = page.view.theme ?? "auto";
    const lists = [...new Set([...known.watchLists, page.view.watch].filter(Boolean))];
    byId("watch-choice").hidden = lists.length === 0;
    replace(byId("watch"), el("option", { value: "" }, "Everybody's"), ...lists.map((list) => el("option", { value: list }, plain(list, 60))));
    byId("watch").value = page.view.watch ?? "";
    setAttribute(byId("pause"), "aria-pressed", page.live ? "false" : "true");
    setText(byId("pause"), page.live ? "Pause" : "Go live");
    const whole = page.period.to - page.period.from;
    setAttribute(byId("home"), "href", address(parse(""), { theme: page.view.theme }));
    setAttribute(byId("earlier"), "href", page.link({ until: iso(page.period.from) }));
    const later = page.period.to + whole;
    setAttribute(byId("later"), "href", page.live ? null : page.link({ until: later >= page.now ? null : iso(later) }));
    setAttribute(byId("later"), "aria-disabled", page.live ? "true" : null);
    if (document.activeElement !== byId("search-text")) byId("search-text").value = page.view.q ?? "";
    this.#filters(page, placeName);
  }

  #segments(id, options, chosen, choose) {
    const field = byId(id);
    if (field.querySelectorAll("input").length !== options.length) {
      field.querySelectorAll("label").forEach((label) => label.remove());
      for (const [value, label] of options) {
        const input = el("input", { type: "radio", name: id, value, class: "hidden" });
        input.addEventListener("change", () => choose(value));
        field.append(el("label", {}, input, el("span", {}, label)));
      }
    }
    field.querySelectorAll("input").forEach((input) => (input.checked = input.value === chosen));
  }

  #filters(page, placeName) {
    const { topic, place, watch } = page.view;
    const chip = (label, value, changes) => el("a", { class: "filter", href: page.link(changes), "aria-label": plain(`Remove the filter ${label} ${value}`, 200) }, `${label}: `, el("b", {}, name(value, 60)), el("span", { "aria-hidden": "true" }, " ✕"));
    const chips = [
      topic ? chip("Topic", topicName(topic), { topic: null }) : null,
      place ? chip("Place", placeName(place), { place: null }) : null,
      watch ? chip("Watch list", watch, { watch: null }) : null,
    ].filter(Boolean);
    byId("filters").hidden = chips.length === 0;
    replace(byId("filters"), ...chips);
  }
}
