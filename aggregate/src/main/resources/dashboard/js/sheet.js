// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// The sheet over the page: the incidents behind a number, what a search finds, or one post.

import { ask } from "./api.js";
import { byId, el, replace, setAttribute } from "./dom.js";
import { excerpt } from "./excerpt.js";
import { fullTime, topicName, moment } from "./format.js";
import { Listing } from "./listing.js";
import { postView } from "./post.js";
import { searchParams } from "./search.js";
import { name, plain } from "./text.js";
import { CLOSED, listIsOpen, sheetIsOpen } from "./view.js";

export class Sheet {
  #sheet = byId("sheet");
  #title = byId("sheet-title");
  #body = byId("sheet-body");
  #close = byId("sheet-close");
  #back = byId("sheet-back");
  #shown = null;
  #opener = null;
  #loading = new AbortController();
  #narrow = matchMedia("(max-width: 48em)");

  /** @param placeName (id) => name; @param onProblem (Problem) */
  constructor(placeName, onProblem) {
    this.placeName = placeName;
    this.onProblem = onProblem;
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.#sheet.hidden && !event.defaultPrevented) location.hash = this.#close.getAttribute("href");
    });
    this.#narrow.addEventListener("change", () => this.#cover());
  }

  /** Shows what the view says, where it does not yet. */
  render(page) {
    const { view } = page;
    setAttribute(this.#close, "href", page.link(CLOSED));
    const hasList = listIsOpen(view) || view.q !== null;
    this.#back.hidden = !(view.post !== null && hasList);
    setAttribute(this.#back, "href", page.link({ post: null }));
    const key = sheetIsOpen(view) ? JSON.stringify([view.of, view.in, view.by, view.from, view.to, view.q, view.post, view.watch, page.attempt]) : null;
    if (key === this.#shown) return this.#titleList(page);
    const wasOpen = this.#shown !== null;
    this.#shown = key;
    this.#loading.abort();
    this.#loading = new AbortController();
    if (key === null) return this.#hide();
    if (!wasOpen) this.#opener = document.activeElement?.getAttribute?.("href") ?? null;
    this.#sheet.hidden = false;
    this.#cover();
    this.#sheet.scrollTop = 0;
    this.#body.scrollTop = 0;
    this.#open(page, this.#loading.signal);
    this.#title.focus({ preventScroll: true });
  }

  #hide() {
    this.#sheet.hidden = true;
    this.#body.replaceChildren();
    this.#cover();
    const links = [...byId("main").querySelectorAll("a[href]")];
    (links.find((link) => link.getAttribute("href") === this.#opener) ?? byId("main")).focus({ preventScroll: true });
  }

  /** On a phone the sheet hides the page, which then must not take the focus. */
  #cover() {
    const covered = !this.#sheet.hidden && this.#narrow.matches;
    byId("main").inert = covered;
    document.querySelector(".bar").inert = covered;
    document.body.classList.toggle("is-covered", covered);
  }

  async #open(page, signal) {
    const { view } = page;
    try {
      if (view.post !== null) await this.#openPost(page, signal);
      else if (view.q !== null) await this.#openSearch(page, signal);
      else await this.#openIncidents(page, signal);
    } catch (e) {
      if (e.name === "AbortError" || signal.aborted) return;
      this.#body.append(el("p", { class: "problem", role: "alert" }, e.message));
      this.onProblem(e);
    }
  }

  async #openIncidents(page, signal) {
    const { view } = page;
    this.#titleList(page);
    const clock = view.by ?? page.clock;
    const params = { topic: view.of, place: view.in, clock, from: view.from, to: view.to, watchList: view.watch };
    const times = `${clock === "SEEN" ? "Seen" : "Posted"} from ${moment(Date.parse(view.from), page.now)} to ${moment(Date.parse(view.to), page.now)} UTC`;
    const listing = new Listing("incidents", params, view.of === null ? ["report", "reports"] : ["post", "posts"], (incident) => excerpt(page, incident, incident.evidence), signal);
    this.#body.replaceChildren(el("p", { class: "about" }, times), listing.element);
    await listing.load();
  }

  /** Names of places are learned a little later than the address is. */
  #titleList({ view }) {
    if (!listIsOpen(view) || view.post !== null || view.q !== null) return;
    const what = view.of ? name(topicName(view.of), 60) : "All topics";
    replace(this.#title, what, ...(view.in ? [" · ", name(this.placeName(view.in), 60)] : []));
  }

  async #openSearch(page, signal) {
    const params = searchParams(page.view.q);
    this.#title.replaceChildren("Search: ", name(page.view.q, 80));
    if (params === null) {
      this.#body.replaceChildren(el("p", { class: "none" }, "Give a @handle, a #hashtag or words."));
      return;
    }
    const listing = new Listing("posts", params, ["post", "posts"], (post) => excerpt(page, post, post.topics), signal);
    this.#body.replaceChildren(listing.element);
    await listing.load();
  }

  async #openPost(page, signal) {
    this.#title.replaceChildren("Post");
    this.#body.replaceChildren(el("p", { class: "about" }, "Loading …"));
    try {
      const post = await ask(`posts/${encodeURIComponent(page.view.post)}`, {}, signal);
      this.#title.replaceChildren("Post", post.handle ? " by @" : "", post.handle ? name(post.handle, 60) : "");
      this.#body.replaceChildren(postView(page, post, page.view.of));
    } catch (e) {
      this.#body.replaceChildren();
      throw e;
    }
  }
}
