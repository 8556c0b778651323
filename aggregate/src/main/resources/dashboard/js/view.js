// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// What is shown, as the address tells it: all of it stands in the part after #, so a link reproduces it, the browser's
// back and forward work, and the server is not told who looks at what.

/** Each key of the address, with what it must look like; what does not is as good as absent. */
const FORMS = {
  range: /^[a-z0-9]{1,12}$/, // id of a range, see periods.js
  clock: /^(SEEN|POSTED)$/,
  watch: /^.{1,200}$/u, // name of a watch list
  topic: /^.{1,200}$/u, // id of the topic that alone is shown
  place: /^[A-Za-z0-9]{1,20}$/, // alpha-2 code or GeoNames id
  until: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/, // end of what is shown; absent: now
  theme: /^(light|dark)$/,
  scale: /^same$/, // one vertical scale for all topics
  show: /^(all|table)$/, // of topics
  region: /^[a-z-]{1,20}$/,
  // The list of incidents behind a number: topic, place and clock, in [from, to).
  of: /^.{1,200}$/u,
  in: /^[A-Za-z0-9]{1,20}$/,
  by: /^(SEEN|POSTED)$/,
  from: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/,
  to: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/,
  q: /^.{1,300}$/u, // what is searched
  post: /^.{1,300}$/u, // key of the post that is open
};

/** What is laid over the page: no link to a number, a place or a range keeps it. */
export const CLOSED = { of: null, in: null, by: null, from: null, to: null, q: null, post: null };

export function parse(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const view = {};
  for (const [key, form] of Object.entries(FORMS)) {
    const value = given.get(key);
    view[key] = value !== null && form.test(value) ? value : null;
  }
  return Object.freeze(view);
}

/** The address of a view that differs in some keys; null removes one. */
export function address(view, changes = {}) {
  const params = new URLSearchParams();
  const next = { ...view, ...changes };
  for (const key of Object.keys(FORMS)) {
    if (next[key] !== null && next[key] !== undefined) params.set(key, next[key]);
  }
  return "#" + params.toString();
}

export const listIsOpen = (view) => view.from !== null && view.to !== null;
export const sheetIsOpen = (view) => view.post !== null || view.q !== null || listIsOpen(view);
