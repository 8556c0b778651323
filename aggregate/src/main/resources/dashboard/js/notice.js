// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// What the page says in the place of numbers: nothing yet, cannot read, who are you.

import { byId, el, replace, setText } from "./dom.js";

function show(title, ...body) {
  byId("notice").hidden = false;
  setText(byId("notice-title"), title);
  replace(byId("notice-body"), ...body);
}

export function hide() {
  byId("notice").hidden = true;
}

export function starting(detail) {
  show("Starting", el("p", {}, detail), el("p", {}, "The page goes on by itself."));
}

export function failed(detail, link) {
  show("This cannot be shown", el("p", {}, detail), link ? el("p", {}, el("a", { href: link }, "Show everything")) : null);
}

/** @param ways [{label, href}] other views that may have posts */
export function empty(nothingAtAll, ways) {
  const first = [
    el("p", {}, "Give Postwatch articles, feeds or streams, and what they report appears here by itself:"),
    el("pre", {}, el("code", {}, "./postwatch run articles/\n./postwatch run https://news.example/feed.xml")),
  ];
  const others = ways.length > 0 ? el("p", {}, "Look at ", ways.map(({ label, href }, at) => [at > 0 ? ", " : "", el("a", { href }, label)]), ".") : null;
  show(nothingAtAll ? "No posts yet" : "No posts in this time", ...(nothingAtAll ? first : []), ...(others ? [others] : []));
}

/** @param onToken (token) */
export function askForToken(wrong, onToken) {
  if (byId("notice-body").querySelector("form") && !wrong) return;
  const input = el("input", { id: "token", type: "password", required: true, autocomplete: "off", maxlength: "4096" });
  const form = el("form", { class: "token" }, el("label", { for: "token" }, "Token"), input, el("button", { type: "submit" }, "Open"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onToken(input.value.trim());
  });
  byId("notice").hidden = false;
  setText(byId("notice-title"), "This server asks for a token");
  byId("notice-body").replaceChildren(
    el("p", {}, "It is what http.token is set to where the server runs, and is kept in this tab until you close it."),
    wrong ? el("p", { class: "problem", role: "alert" }, "That token is not the one.") : "",
    form,
  );
  input.focus();
}
