// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// The feed of spikes: what stood out, newest first.

import { arrowKeys, byId, el, keyed, setAttribute, setText } from "./dom.js";
import { compact, duration, expected, iso, moment, number, posts, topicName } from "./format.js";
import { stories, whereName } from "./stories.js";
import { name, plain, post } from "./text.js";
import { CLOSED } from "./view.js";

const MOST = 50;
const SNIPPET = 140;

export class Spikes {
  #body = byId("spikes-body");
  #list = el("ol", { class: "rows" });
  #none = el("p", { class: "none" });
  #known = new Map(); // by their keys
  #isNews = false; // whether a spike that is not known has only just begun

  constructor() {
    arrowKeys(this.#list, "a.main");
    this.#body.append(this.#none, this.#list);
  }

  /** Takes in the answer of /spikes. @returns those that have begun since the last time */
  load(items) {
    const begun = this.#isNews ? items.filter((spike) => !spike.isOver && !this.#known.has(keyOf(spike))) : [];
    this.#known = new Map(items.map((spike) => [keyOf(spike), spike]));
    this.#isNews = true;
    return begun;
  }

  /** Another view has other spikes, of which none is news. */
  changeView() {
    this.#isNews = false;
  }

  render(page) {
    const { topic, place } = page.view;
    const overlap = (one, other) => one.start <= other.end && other.start <= one.end && one.isOver === other.isOver;
    const newestFirst = stories([...this.#known.values()], overlap)
      .filter((spike) => (topic === null || spike.topic === topic) && (place === null || spike.place === place || spike.country === place))
      .sort((a, b) => Date.parse(b.start) - Date.parse(a.start))
      .slice(0, MOST);
    this.#none.hidden = newestFirst.length > 0;
    setText(this.#none, "No spike is known here.");
    const lasting = newestFirst.filter((spike) => !spike.isOver).length;
    setText(byId("spikes-when"), newestFirst.length > 0 ? `${number(lasting)} lasting` : "");
    keyed(this.#list, newestFirst.map((spike) => ({ ...spike, page })), keyOf, row);
  }
}

const keyOf = (spike) => `${spike.topic} ${spike.place ?? ""} ${spike.start}`;

function row(first) {
  const observed = el("span", { class: "observed" });
  const main = el(
    "a",
    { class: "main" },
    el("span", { class: "what" }, el("b", {}, name(topicName(first.topic), 60)), " ", el("span", { class: "where" }, name(whereName(first), 80))),
    observed,
  );
  const facts = el("p", { class: "facts" });
  const snippet = el("div", { class: "snippet" });
  const element = el("li", { class: "row" }, main, facts, snippet);
  element.update = (spike) => {
    const { page } = spike;
    const [start, end] = [Date.parse(spike.start), Date.parse(spike.end)];
    setAttribute(main, "href", page.link({ ...CLOSED, of: spike.topic, in: spike.place || null, by: "SEEN", from: iso(start), to: iso(end) }));
    setAttribute(main, "aria-label", plain(`${topicName(spike.topic)}, ${whereName(spike)}: ${posts(spike.observed)}, ${expected(spike.expected)} expected, ${spike.isOver ? "over" : "lasting"}. List them.`, 300));
    setText(observed, compact(spike.observed));
    element.classList.toggle("is-rising", !spike.isOver);
    const when = spike.isOver ? `over: ${moment(start, page.now)}, ${duration(end - start)}` : `since ${moment(start, page.now)}`;
    setText(facts, `${when} · ${expected(spike.expected)} expected · ${number(spike.authors)} ${spike.authors === 1 ? "author" : "authors"} · ${number(spike.outlets)} ${spike.outlets === 1 ? "outlet" : "outlets"}`);
    const evidence = spike.evidence?.[0];
    const text = evidence ? post(short(evidence.text), [], SNIPPET + 1) : null;
    if (text?.textContent !== snippet.textContent) snippet.replaceChildren(...(text ? [text] : []));
  };
  return element;
}

function short(text) {
  const points = Array.from(String(text ?? ""));
  return points.length > SNIPPET ? points.slice(0, SNIPPET).join("") + "…" : points.join("");
}
