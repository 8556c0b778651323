// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// Live volume: for each topic the number of posts now, and a bar for each window of the range.

import { Bars } from "./bars.js";
import { byId, el, keyed, replace, setAttribute, setText } from "./dom.js";
import { compact, currentName, dayName, duration, clockTime, iso, number, posts, previousName, topicName, windowName } from "./format.js";
import { name } from "./text.js";
import { CLOSED } from "./view.js";

const AT_FIRST = 12;
const AT_FIRST_NARROW = 6;

export class Volume {
  #body = byId("volume-body");
  #cards = el("ul", { class: "cards" });
  #order = [];

  /** Puts the topics in the order of their numbers; between two calls they keep their places, and new ones go last. */
  arrange(counts) {
    this.#order = counts.topics().map((entry) => entry.topic);
  }

  /**
   * @param page {view, link, range, live, now, clock}
   * @param rising ratio by topic of what rises at any place
   */
  render(page, counts, rising) {
    const place = (topic) => (this.#order.includes(topic) ? this.#order.indexOf(topic) : Infinity);
    const topics = counts.topics().sort((a, b) => place(a.topic) - place(b.topic));
    const { period } = counts;
    this.#head(page, period, topics.length);
    if (page.view.show === "table") {
      replace(this.#body, table(page, period, topics));
      return;
    }
    if (!this.#cards.isConnected) this.#body.replaceChildren(this.#cards);
    const most = page.view.scale === "same" ? Math.max(1, ...topics.map((entry) => entry.peak)) : null;
    const atFirst = matchMedia("(max-width: 40em)").matches ? AT_FIRST_NARROW : AT_FIRST;
    const shown = page.view.show === "all" ? topics : topics.slice(0, atFirst);
    const items = shown.map((entry) => ({ ...entry, page, period, most: most ?? entry.peak, rising: rising.get(entry.topic) ?? null }));
    keyed(this.#cards, items, (item) => item.topic, card);
    setAttribute(this.#cards, "data-count", shown.length);
  }

  #head(page, period, count) {
    const what = page.live ? currentName(period.numberStep) : windowName(period.numberFrom, period.numberStep, page.now);
    setText(byId("volume-when"), `${what}, UTC, by when they were ${page.clock === "SEEN" ? "seen" : "posted"}; a bar is ${windowLength(period.step)}`);
    const { view } = page;
    const tool = (label, changes, pressed) => el("a", { class: "tool", href: page.link(changes), "aria-current": pressed ? "true" : null }, label);
    const tools = [
      tool("Same scale", { scale: view.scale === "same" ? null : "same" }, view.scale === "same"),
      tool("Table", { show: view.show === "table" ? null : "table" }, view.show === "table"),
      count > AT_FIRST_NARROW && view.show !== "table" ? tool(view.show === "all" ? "Fewer" : `All ${count}`, { show: view.show === "all" ? null : "all" }, view.show === "all") : null,
    ].filter(Boolean);
    replace(byId("volume-tools"), ...tools);
  }
}

/** Where the incidents of one topic in one window are listed. */
function listLink(page, topic, from, step) {
  return page.link({ ...CLOSED, of: topic, in: page.view.place, by: page.clock, from: iso(from), to: iso(from + step) });
}

function card(initial) {
  const title = el("a", {}, name(topicName(initial.topic), 60));
  const badge = el("span", { class: "badge", hidden: true });
  const big = el("a", { class: "number" });
  const [first, second] = [el("span"), el("span")];
  const aside = el("p", { class: "aside" }, first, second);
  const peak = el("span", { class: "peak" });
  const chart = el("div", { class: "bars", "aria-hidden": "true" });
  const [from, to] = [el("span"), el("span")];
  const element = el("li", { class: "card" }, el("h3", {}, title, badge), big, aside, el("div", { class: "chart" }, peak, chart), el("p", { class: "axis", "aria-hidden": "true" }, from, to));
  let item = initial;
  let pointed = null;
  const bars = new Bars(chart, {
    hover: (at) => {
      pointed = at;
      tell();
    },
    pick: (at) => (location.hash = listLink(item.page, item.topic, item.period.starts[at], item.period.step)),
  });

  function tell() {
    const { page, period } = item;
    const at = pointed !== null && pointed < item.values.length ? pointed : null;
    if (at !== null) {
      setText(first, posts(item.values[at]));
      setText(second, windowName(period.starts[at], period.step, page.now));
      return;
    }
    setText(first, period.step === period.numberStep ? "" : `${number(item.values.at(-1))} ${page.live ? currentName(period.step) : "in the last bar"}`);
    setText(second, `${number(item.previous)} ${previousName(period.numberStep, page.live)}`);
  }

  element.update = (next) => {
    const before = item.number;
    item = next;
    const { page, period } = item;
    const label = topicName(item.topic);
    setAttribute(title, "href", page.link({ topic: page.view.topic === item.topic ? null : item.topic }));
    setAttribute(big, "href", listLink(page, item.topic, period.numberFrom, period.numberStep));
    setAttribute(big, "aria-label", `${label}: ${posts(item.number)} ${page.live ? currentName(period.numberStep) : windowName(period.numberFrom, period.numberStep, page.now)}. List them.`);
    setText(big, compact(item.number));
    if (item.number > before && page.calm !== true) big.animate([{ color: "var(--accent)" }, {}], 900);
    badge.hidden = item.rising === null;
    if (item.rising !== null) {
      setText(badge, `▲ ${ratio(item.rising)}`);
      badge.title = `A spike: ${ratio(item.rising)} what is expected`;
    }
    if (element.classList.contains("is-rising") !== (item.rising !== null)) {
      element.classList.toggle("is-rising");
      bars.recolour();
    }
    setText(peak, item.peak > 0 ? compact(item.most) : "");
    setText(from, period.step >= 86_400_000 ? dayName(period.from) : clockTime(period.from));
    setText(to, page.live ? "now" : period.step >= 86_400_000 ? dayName(period.to - 1) : clockTime(period.to));
    bars.set(period.starts, item.values, period.step, item.most, page.live);
    tell();
  };
  const remove = element.remove.bind(element);
  element.remove = () => {
    bars.remove();
    remove();
  };
  return element;
}

const windowLength = (step) => ({ 60_000: "a minute", 3_600_000: "an hour", 86_400_000: "a day" })[step] ?? duration(step);
const ratio = (value) => (value >= 10 ? `${Math.round(value)}×` : `${value.toFixed(1)}×`);

/** All numbers as a table, newest window first: for those who do not see bars, or would copy them. */
function table(page, period, topics) {
  const rows = period.starts.map((start, at) => ({ start, at })).reverse();
  return el(
    "div",
    { class: "scroll table", tabindex: "0", role: "region", "aria-label": "Posts by topic and window" },
    el(
      "table",
      {},
      el("caption", {}, "Posts by topic and window (UTC)"),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Window"), topics.map(({ topic }) => el("th", { scope: "col" }, name(topicName(topic), 40))))),
      el(
        "tbody",
        {},
        rows.map(({ start, at }) =>
          el(
            "tr",
            {},
            el("th", { scope: "row" }, windowName(start, period.step, page.now)),
            topics.map(({ topic, values }) => el("td", {}, values[at] > 0 ? el("a", { href: listLink(page, topic, start, period.step) }, number(values[at])) : "0")),
          ),
        ),
      ),
    ),
  );
}
