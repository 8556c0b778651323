// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

import { ask } from "./api.js";
import { arrowKeys, el, setText } from "./dom.js";
import { number } from "./format.js";

const PAGE = 50;

/** A list that is asked for page by page. */
export class Listing {
  #list = el("ol", { class: "excerpts" });
  #count = el("p", { class: "count", role: "status" });
  #more = el("button", { type: "button", class: "more", hidden: true }, "More");
  #next = null;
  element = el("div", {}, this.#count, this.#list, this.#more);

  /** @param what one and many: ["incident", "incidents"]; @param item (answer's item) => element */
  constructor(path, params, what, item, signal) {
    this.path = path;
    this.params = params;
    this.what = what;
    this.item = item;
    this.signal = signal;
    arrowKeys(this.#list, "a.main");
    this.#more.addEventListener("click", () => this.#continue());
  }

  /** @throws Problem */
  async load() {
    setText(this.#count, "Loading …");
    try {
      const { items, next } = await ask(this.path, { ...this.params, limit: PAGE, cursor: this.#next }, this.signal);
      this.#list.append(...items.map((item) => this.item(item)));
      this.#next = next;
    } catch (e) {
      setText(this.#count, "");
      throw e;
    }
    const shown = this.#list.children.length;
    const [one, many] = this.what;
    this.#more.hidden = this.#next === null;
    setText(this.#count, shown === 0 ? `No ${many} here, or none that is remembered still (aggregate.remember).` : `${number(shown)}${this.#next === null ? "" : "+"} ${shown === 1 ? one : many}, newest first`);
  }

  async #continue() {
    const before = this.#list.children.length;
    this.#more.disabled = true;
    try {
      await this.load();
      this.#list.children[before]?.querySelector("a.main")?.focus();
    } catch (e) {
      if (e.name !== "AbortError") setText(this.#count, e.message);
    } finally {
      this.#more.disabled = false;
    }
  }
}
