// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// Links that leave: only to web addresses, in a page of their own that learns nothing of this one.

import { el } from "./dom.js";
import { name } from "./text.js";

const LONGEST = 2048;

/** The address as a URL; null where it is none that may be followed. */
export function webAddress(text) {
  if (typeof text !== "string" || text.length > LONGEST) return null;
  try {
    const url = new URL(text);
    return (url.protocol === "https:" || url.protocol === "http:") && !url.username && !url.password ? url : null;
  } catch {
    return null;
  }
}

/** A link with the host that it leads to; where the address is none, its text alone. */
export function outside(address, ...content) {
  const url = webAddress(address);
  if (!url) return el("span", {}, content, address ? el("small", { class: "host" }, " (not a web address: ", name(address, 60), ")") : null);
  return el(
    "a",
    { class: "outside", href: url.href, target: "_blank", rel: "noopener noreferrer" },
    content,
    el("small", { class: "host" }, " ", name(url.host, 60), el("span", { "aria-hidden": "true" }, " ↗"), el("span", { class: "hidden" }, " (opens a new page)")),
  );
}
