// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// The page: the address says what is shown (view.js), the server is asked for it, the live feed keeps it so.

import { announce } from "./announce.js";
import { Problem, ask } from "./api.js";
import { recolour } from "./bars.js";
import { Connection } from "./connection.js";
import { Controls } from "./controls.js";
import { Counts } from "./counts.js";
import { byId, setAttribute } from "./dom.js";
import { follow } from "./feed.js";
import { iso, topicName } from "./format.js";
import * as notice from "./notice.js";
import { period, rangeOf, ranges } from "./periods.js";
import { Places } from "./places.js";
import { Rising } from "./rising.js";
import { session } from "./session.js";
import { Sheet } from "./sheet.js";
import { Spikes } from "./spikes.js";
import { whereName } from "./stories.js";
import { plain } from "./text.js";
import { address, parse } from "./view.js";
import { Volume } from "./volume.js";

const UNAUTHORIZED = 401;
/** Places and what rises are asked for this often while posts flow, and as seldom as that while none do. */
const OFTEN = 4000;
const SELDOM = 30_000;

class Page {
  #known = null; // what the server counts: {ranges, clocks, watchLists, spikes}
  #skew = 0; // the server's clock less ours, in milliseconds
  #view = parse(location.hash);
  #counts = null;
  #places = [];
  #rising = [];
  #asOf = 0;
  #names = new Map(); // of places, by id
  #stopFeed = () => {};
  #loading = new AbortController();
  #attempt = 0; // of signing in: what failed is asked anew
  #askedAt = 0;
  #changed = false; // something was counted since the lists were asked for
  #toDraw = null; // {all, frame} while a frame is waited for
  #retry = null;

  #connection = new Connection();
  #controls = new Controls((changes) => this.#go(changes), () => this.#pauseOrGoOn());
  #volume = new Volume();
  #risingPanel = new Rising();
  #placesPanel = new Places((region) => this.#go({ region }));
  #spikes = new Spikes();
  #sheet = new Sheet((id) => this.#placeName(id), (problem) => problem.status === UNAUTHORIZED && this.#signOut(problem));

  start() {
    addEventListener("hashchange", () => this.#onAddress());
    byId("skip").addEventListener("click", (event) => {
      event.preventDefault();
      byId("main").focus();
    });
    for (const query of ["(prefers-color-scheme: dark)", "(max-width: 40em)"]) matchMedia(query).addEventListener("change", () => (recolour(), this.#redraw()));
    setInterval(() => this.#tick(), 1000);
    this.#placesPanel.map.load().then(() => this.#draw(), (e) => announce(e.message));
    this.#theme();
    this.#load();
  }

  #now() {
    return Date.now() + this.#skew;
  }

  #go(changes) {
    location.hash = address(this.#view, changes);
  }

  #onAddress() {
    const before = this.#view;
    this.#view = parse(location.hash);
    const differs = (...keys) => keys.some((key) => before[key] !== this.#view[key]);
    if (differs("theme")) this.#theme();
    if (differs("range", "clock", "watch", "topic", "place", "until")) this.#load();
    else this.#redraw();
  }

  #theme() {
    setAttribute(document.documentElement, "data-theme", this.#view.theme);
    recolour();
  }

  #pauseOrGoOn() {
    this.#go({ until: this.#view.until === null ? iso(Math.floor(this.#now() / 1000) * 1000) : null });
  }

  // What a panel needs to know to draw itself.
  #page() {
    const view = this.#view;
    const range = rangeOf(this.#known.ranges, view.range);
    const live = view.until === null;
    const end = live ? this.#now() : Date.parse(view.until);
    const clock = this.#known.clocks.includes(view.clock) ? view.clock : this.#known.clocks[0];
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return { view, range, live, end, clock, calm, now: this.#now(), period: period(range, end), attempt: this.#attempt, link: (changes) => address(view, changes) };
  }

  /** Asks for all that the view shows, and then follows the feed. What was shown stays until the answers are there. */
  async #load() {
    this.#stopFeed();
    this.#spikes.changeView();
    clearTimeout(this.#retry);
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      this.#known ??= await this.#learn(signal);
      const page = this.#page();
      this.#controls.render(page, this.#known, (id) => this.#placeName(id));
      this.#sheet.render(page);
      if (page.live) this.#followFeed(page, signal);
      else this.#connection.paused(page.end);
      if (!page.live) await this.#snapshot(signal);
    } catch (e) {
      this.#onProblem(e, signal);
    }
  }

  async #learn(signal) {
    const [status, lists] = await Promise.all([ask("status", {}, signal), ask("watch-lists", {}, signal)]);
    if (status.now) this.#skew = Date.parse(status.now) - Date.now();
    const clocks = ["SEEN", "POSTED"].filter((clock) => status.clocks.includes(clock));
    return { ranges: ranges(status.sizes), clocks, spikes: status.spikes?.enabled !== false, watchLists: lists.items.map((item) => item.watchList) };
  }

  /** Connects first and asks then, so that nothing that is counted in between is missed. */
  #followFeed(page, signal) {
    const { view, period: shown } = page;
    const params = {
      clock: page.clock,
      size: [...new Set([shown.size, shown.numberSize])],
      topic: view.topic,
      place: view.place,
      watchList: view.watch,
      kind: ["counts", "spikes"],
    };
    this.#stopFeed = follow(params, {
      opened: (resumed) => {
        this.#connection.live();
        this.#connection.render(this.#now());
        if (!resumed) this.#snapshot(signal).catch((e) => this.#onProblem(e, signal));
      },
      heard: () => this.#connection.heard(),
      events: (events) => this.#onEvents(events),
      broken: (problem, wait) => {
        this.#connection.reconnecting(problem.message, wait);
        if (this.#counts === null) notice.starting(problem.message);
      },
      refused: (problem) => this.#signOut(problem),
    });
  }

  async #snapshot(signal) {
    const page = this.#page();
    const { view, clock, period: shown } = page;
    const common = { clock, topic: view.topic, watchList: view.watch };
    const early = [];
    this.#early = early;
    const [series, top] = await Promise.all([
      ask("series", { ...common, size: shown.size, place: view.place, from: iso(shown.from), to: iso(shown.to) }, signal),
      ask("top", { ...common, size: shown.numberSize, place: view.place, at: iso(shown.numberFrom), limit: 1000 }, signal),
      this.#lists(page, signal),
    ]);
    const counts = Counts.of(shown, series, top);
    early.forEach((item) => counts.apply(item));
    this.#early = null;
    this.#anything = counts.topics().length > 0 || (await ask("topics", { limit: 1 }, signal)).items.length > 0;
    this.#counts = counts;
    this.#volume.arrange(counts);
    this.#redraw();
  }

  #anything = false; // is counted at all, in whatever time
  #early = null; // counts of the feed that came while the snapshot was asked for

  /** Places, what rises, and spikes. */
  async #lists(page, signal) {
    const { view, clock, period: shown } = page;
    this.#askedAt = Date.now();
    this.#changed = false;
    const spikeTimes = page.live ? {} : { from: iso(page.end - 7 * 86_400_000), to: iso(page.end) };
    const [places, rising, spikes] = await Promise.all([
      ask("places", { clock, size: shown.numberSize, from: iso(shown.numberFrom), to: iso(shown.numberTo), topic: view.topic, watchList: view.watch, limit: 1000 }, signal),
      this.#known.spikes ? ask("rising", { topic: view.topic, place: view.place, limit: 100 }, signal) : { items: [] },
      this.#known.spikes ? ask("spikes", { topic: view.topic, place: view.place, ...spikeTimes, limit: 200 }, signal) : { items: [] },
    ]);
    this.#places = places.items;
    this.#rising = rising.items;
    this.#asOf = this.#now();
    for (const spike of this.#spikes.load(spikes.items)) announce(`Spike: ${topicName(spike.topic)}, ${plain(whereName(spike), 60)}.`);
    for (const place of places.items) this.#names.set(place.place, place.name);
    for (const item of [...rising.items, ...spikes.items]) if (item.place && item.placeName) this.#names.set(item.place, item.placeName);
  }

  #onEvents(events) {
    for (const { name, data } of events) {
      const { items } = JSON.parse(data);
      if (name === "counts") {
        this.#early?.push(...items);
        for (const item of items) this.#counts?.apply(item);
      }
    }
    // Spikes, at whatever place, are asked for with the other lists.
    this.#changed = true;
    this.#redraw({ onlyCounts: true });
  }

  #tick() {
    this.#connection.render(this.#now());
    if (this.#known === null || this.#counts === null || this.#view.until !== null) return;
    const page = this.#page();
    const { signal } = this.#loading;
    if (page.period.from !== this.#counts.period.from || page.period.numberFrom !== this.#counts.period.numberFrom) {
      // A new window has begun: what was counted in it so far stands in the snapshot.
      this.#snapshot(signal).catch((e) => this.#onProblem(e, signal));
    } else if (!document.hidden && Date.now() - this.#askedAt > (this.#changed ? OFTEN : SELDOM)) {
      this.#lists(page, signal).then(() => this.#redraw(), (e) => this.#onProblem(e, signal));
    }
  }

  #placeName(id) {
    return this.#names.get(id) ?? this.#placesPanel.map.nameOf(id) ?? id;
  }

  #onProblem(problem, signal) {
    if (signal.aborted) return;
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === UNAUTHORIZED) return this.#signOut(problem);
    const passing = problem.status === 0 || problem.status === 429 || problem.status >= 500;
    if (passing) {
      this.#askedAt = Date.now();
      this.#connection.reconnecting(problem.message, OFTEN);
      if (this.#counts === null) notice.starting(problem.message);
      this.#retry = setTimeout(() => this.#load(), OFTEN);
    } else {
      this.#counts = null;
      this.#mark("failed");
      notice.failed(problem.message, address(parse("")));
    }
  }

  #signOut() {
    this.#stopFeed();
    this.#connection.signedOut();
    this.#mark("signed-out");
    notice.askForToken(session.token !== null, (token) => {
      session.token = token;
      this.#attempt++;
      this.#known = null;
      notice.hide();
      this.#load();
    });
    session.token = null;
  }

  #mark(state) {
    setAttribute(byId("main"), "data-state", state);
  }

  /** Draws before the next frame, however much has changed since the last. */
  #redraw({ onlyCounts = false } = {}) {
    this.#toDraw = { all: this.#toDraw?.all || !onlyCounts, frame: this.#toDraw?.frame ?? requestAnimationFrame(() => this.#draw()) };
  }

  #draw() {
    const all = this.#toDraw?.all ?? true;
    this.#toDraw = null;
    if (this.#known === null) return;
    const page = this.#page();
    if (!all && this.#counts !== null) return this.#drawCounts(page);
    this.#controls.render(page, this.#known, (id) => this.#placeName(id));
    this.#sheet.render(page);
    document.title = this.#title();
    if (this.#counts === null) return;
    this.#drawCounts(page);
    this.#risingPanel.render(page, this.#rising, this.#asOf);
    this.#placesPanel.render(page, this.#counts.period, this.#places);
    this.#spikes.render(page);
  }

  #drawCounts(page) {
    const nothing = this.#counts.topics().length === 0;
    this.#mark(nothing && !this.#anything ? "empty" : "shown");
    if (nothing) this.#tellEmpty(page);
    else notice.hide();
    const rising = new Map();
    for (const item of this.#rising) if (item.spike && !(rising.get(item.topic) > item.ratio)) rising.set(item.topic, item.ratio);
    this.#volume.render(page, this.#counts, rising);
  }

  #tellEmpty(page) {
    const { view } = page;
    if (!this.#anything) return notice.empty(true, []);
    const filtered = view.topic !== null || view.place !== null || view.watch !== null || !page.live;
    const others = this.#known.ranges.filter((range) => range.id !== page.range.id).map((range) => ({ label: `the last ${range.label.toLowerCase()}`, href: page.link({ range: range.id }) }));
    const clocks = this.#known.clocks.filter((clock) => clock !== page.clock).map((clock) => ({ label: `by when ${clock.toLowerCase()}`, href: page.link({ clock }) }));
    const all = filtered ? [{ label: "everything, live", href: page.link({ topic: null, place: null, watch: null, until: null }) }] : [];
    notice.empty(false, [...all, ...others, ...clocks]);
  }

  #title() {
    const spiking = this.#rising.filter((item) => item.spike).length;
    return spiking > 0 ? `(${spiking}) Postwatch` : "Postwatch";
  }
}

new Page().start();
