// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// Text of others. It becomes text nodes and <mark>, nothing else; characters that would reorder or hide what stands around
// them are shown as what they are; its length is bounded. The style sheet isolates its direction and clips its box.

import { el } from "./dom.js";

const BIDI = new Map([
  ["\u202a", "LRE"], ["\u202b", "RLE"], ["\u202c", "PDF"], ["\u202d", "LRO"], ["\u202e", "RLO"],
  ["\u2066", "LRI"], ["\u2067", "RLI"], ["\u2068", "FSI"], ["\u2069", "PDI"],
]);
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const CONTROLS = /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069])/;

/** A word longer than any: where it may break is said, since finding that out takes a browser minutes at 100,000 letters. */
const LONG_WORD = /\S{40}[\p{M}\u200d\ufe0f]*/gu;

function nameOf(control) {
  return BIDI.get(control) ?? "U+" + control.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
}

/** Text nodes, with each control character in a box of its own that names it. */
function shown(text) {
  if (!CONTROL.test(text)) return breakable(text);
  return text
    .split(CONTROLS)
    .flatMap((part) => (part.length === 1 && CONTROL.test(part) ? [el("span", { class: "control", title: "A control character, not in force" }, nameOf(part))] : breakable(part)));
}

function breakable(text) {
  const nodes = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(LONG_WORD)) {
    nodes.push(text.slice(at, index + word.length), el("wbr"));
    at = index + word.length;
  }
  return at < text.length ? [...nodes, text.slice(at)] : nodes;
}

/** A short piece of another's text within ours, such as a name: one line of at most so many characters. */
export function name(text, most = 120) {
  const points = Array.from(String(text ?? ""));
  const cut = points.length > most ? points.slice(0, most).join("") + "…" : points.join("");
  return el("bdi", { class: "name" }, shown(cut.replace(/\s+/g, " ")));
}

/** For attributes such as aria-label, which cannot be isolated by markup. */
export function plain(text, most = 120) {
  const points = Array.from(String(text ?? ""));
  const cut = points.length > most ? points.slice(0, most).join("") + "…" : points.join("");
  return cut.split(CONTROLS).map((part) => (part.length === 1 && CONTROL.test(part) ? " " : part)).join("");
}

/** Spans in order, within the text, none overlapping another. */
export function orderly(spans, length) {
  const inside = (spans ?? [])
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => Number.isInteger(start) && Number.isInteger(end) && start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const merged = [];
  for (const span of inside) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/**
 * A post's text with its evidence marked, cut to what fits, with a button that shows the rest.
 *
 * @param spans [{start, end}] in code points
 * @param most code points shown at first
 */
export function post(text, spans, most = 600) {
  const points = Array.from(String(text ?? ""));
  const box = el("p", { class: "text", dir: "auto" });
  const show = (length) => box.replaceChildren(...marked(points.slice(0, length), orderly(spans, length)));
  if (points.length <= most) {
    show(points.length);
    return box;
  }
  show(most);
  box.append("…");
  const more = el("button", { type: "button", class: "more" }, `Show all ${points.length.toLocaleString("en")} characters`);
  more.addEventListener("click", () => {
    show(points.length);
    box.setAttribute("tabindex", "0");
    more.remove();
    box.focus();
  });
  return el("div", {}, box, more);
}

function marked(points, spans) {
  const nodes = [];
  let at = 0;
  for (const { start, end } of spans) {
    nodes.push(...shown(points.slice(at, start).join("")), el("mark", {}, shown(points.slice(start, end).join(""))));
    at = end;
  }
  nodes.push(...shown(points.slice(at).join("")));
  return nodes;
}
