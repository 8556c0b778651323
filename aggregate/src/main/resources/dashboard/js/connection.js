// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

import { announce } from "./announce.js";
import { byId, setAttribute, setText } from "./dom.js";
import { duration, moment } from "./format.js";

/** Longer without a word than this, and what is shown may be old. */
const STALE = 25_000;

/** Tells whether what is shown is live; how old it is where it is not. */
export class Connection {
  #state = "starting";
  #detail = "";
  #retryAt = 0;
  #heard = Date.now();
  #until = 0;
  #told = "live"; // to who cannot see it: the state, not how the seconds go by

  live() {
    this.#state = "live";
    this.heard();
  }

  heard() {
    this.#heard = Date.now();
  }

  /** @param until end of what is shown, in milliseconds */
  paused(until) {
    this.#state = "paused";
    this.#until = until;
    this.render(until);
  }

  reconnecting(detail, wait) {
    this.#state = "reconnecting";
    this.#detail = detail;
    this.#retryAt = Date.now() + wait;
    this.render(Date.now());
  }

  signedOut() {
    this.#state = "signed-out";
    this.render(Date.now());
  }

  /** @param now the server's time */
  render(now) {
    const silent = Date.now() - this.#heard;
    const state = this.#state === "live" && silent > STALE ? "stale" : this.#state;
    const text = {
      starting: () => "Starting",
      live: () => "Live",
      stale: () => `Nothing heard for ${duration(silent)}`,
      reconnecting: () => `Reconnecting · last heard ${duration(silent)} ago`,
      paused: () => `Paused at ${moment(this.#until, now)} UTC`,
      "signed-out": () => "Signed out",
    }[state]();
    setAttribute(byId("connection"), "data-state", state);
    byId("connection").title = state === "reconnecting" ? `${this.#detail} Next try in ${duration(this.#retryAt - Date.now())}.` : "";
    setText(byId("connection-text"), text);
    if (state !== this.#told && state !== "starting") {
      this.#told = state;
      announce(`${text}.`);
    }
  }
}
