// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// What rises: observed against expected, where, since when.

import { arrowKeys, byId, el, keyed, setAttribute, setText, svg } from "./dom.js";
import { compact, duration, expected, iso, moment, number, posts, topicName } from "./format.js";
import { stories, whereName } from "./stories.js";
import { plain, name } from "./text.js";
import { CLOSED } from "./view.js";

const MOST = 30;

export class Rising {
  #body = byId("rising-body");
  #list = el("ol", { class: "rows" });
  #none = el("p", { class: "none" }, "Nothing is above what its own past lets expect.");

  constructor() {
    arrowKeys(this.#list, "a.main");
    this.#body.append(this.#none, this.#list);
  }

  /** @param items of /rising; null where spikes are not looked for */
  render(page, items, asOf) {
    setText(byId("rising-when"), `last hour by when seen, as of ${moment(asOf, page.now)} UTC`);
    const rows = stories(items).slice(0, MOST);
    this.#none.hidden = rows.length > 0;
    const most = Math.max(1, ...rows.map((item) => Math.max(item.observed, item.expected)));
    keyed(this.#list, rows.map((item) => ({ ...item, page, most, asOf })), (item) => `${item.topic} ${item.place ?? ""}`, row);
  }
}

function row(first) {
  const what = el("b", {}, name(topicName(first.topic), 60));
  const where = el("span", { class: "where" }, name(whereName(first), 80));
  const badge = el("span", { class: "badge", hidden: true }, "Spike");
  const observed = el("span", { class: "observed" });
  const main = el("a", { class: "main" }, el("span", { class: "what" }, what, " ", where, " ", badge), observed);
  const bar = el("span", { class: "bullet", "aria-hidden": "true" }, el("span", { class: "fill" }), el("span", { class: "tick" }));
  const facts = el("span", { class: "facts" });
  const line = svg("svg", { class: "spark", viewBox: "0 0 48 16", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("path", {}));
  const element = el("li", { class: "row" }, main, bar, el("p", { class: "under" }, facts, line));
  element.update = (item) => {
    const { page } = item;
    const since = Date.parse(item.since);
    const usual = item.learning ? "what is usual is not known yet" : `${expected(item.expected)} expected`;
    setAttribute(main, "href", page.link({ ...CLOSED, of: item.topic, in: item.place || null, by: "SEEN", from: item.since, to: iso(Date.parse(item.until)) }));
    setAttribute(main, "aria-label", plain(`${topicName(item.topic)}, ${whereName(item)}: ${posts(item.observed)}, ${usual}, since ${moment(since, page.now)}${item.spike ? ", a spike" : ""}. List them.`, 300));
    setText(observed, compact(item.observed));
    badge.hidden = !item.spike;
    element.classList.toggle("is-rising", Boolean(item.spike));
    bar.style.setProperty("--observed", item.observed / item.most);
    bar.classList.toggle("is-learning", Boolean(item.learning));
    bar.style.setProperty("--expected", item.expected / item.most);
    setText(facts, `${usual} · since ${moment(since, page.now)} (${duration(item.asOf - since)})`);
    setAttribute(line.firstChild, "d", steps(item.minutes ?? []));
    main.title = `${number(item.observed)} observed, ${usual}`;
  };
  return element;
}

/** Counts of the last intervals as the outline of bars, 48 by 16. */
function steps(counts) {
  if (counts.length === 0) return "";
  const most = Math.max(1, ...counts);
  const width = 48 / counts.length;
  const at = (value) => (16 - (value / most) * 15).toFixed(1);
  return `M0 16${counts.map((value, i) => `V${at(value)}H${((i + 1) * width).toFixed(1)}`).join("")}V16Z`;
}
