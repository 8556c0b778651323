// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// Times are told in UTC, as everywhere in Postwatch: desks of several countries look at one wall.

const NUMBER = new Intl.NumberFormat("en");
const COMPACT = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });
const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const FULL_DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const FULL = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: "UTC" });
const ONE_DAY = 86_400_000;

export const number = (value) => NUMBER.format(value);
/** As few digits as a wall needs: 12.3K. */
export const compact = (value) => (value < 10_000 ? NUMBER.format(value) : COMPACT.format(value));
export const posts = (value) => `${number(value)} ${value === 1 ? "post" : "posts"}`;
/** Over all topics a post counts once for each that it reports. */
export const reports = (value) => `${number(value)} ${value === 1 ? "report" : "reports"}`;
export const counted = (value, topic) => (topic === null ? reports(value) : posts(value));
export const iso = (millis) => new Date(millis).toISOString().replace(".000Z", "Z");

/** What was expected: a decimal where the number is small. */
export const expected = (value) => (value < 0.1 ? "under 0.1" : value < 10 ? value.toFixed(1) : NUMBER.format(Math.round(value)));

/** A topic's id in words. */
export function topicName(id) {
  const words = String(id).replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const REGIONS = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** English name of a country by its code; null where there is none. */
export function countryName(code) {
  return /^[A-Z]{2}$/.test(code ?? "") ? (REGIONS.of(code) ?? null) : null;
}

export const clockTime = (millis) => CLOCK.format(millis);
export const dayName = (millis) => DAY.format(millis);

/** The time of day where the day is today's, else with the day. */
export function moment(millis, now) {
  const sameDay = Math.floor(millis / ONE_DAY) === Math.floor(now / ONE_DAY);
  return sameDay ? CLOCK.format(millis) : `${DAY.format(millis)} ${CLOCK.format(millis)}`;
}

/** One window in words: 14:00–15:00, or 16 Apr. */
export function windowName(from, step, now) {
  if (step >= ONE_DAY) return step === ONE_DAY ? DAY.format(from) : `${DAY.format(from)}–${DAY.format(from + step - 1)}`;
  if (step === 60_000) return moment(from, now);
  return `${moment(from, now)}–${CLOCK.format(from + step)}`;
}

/** The window under way: this minute, this hour, today. */
export function currentName(step) {
  return { 60_000: "this minute", 3_600_000: "this hour", 86_400_000: "today" }[step] ?? "in this window";
}

export function previousName(step, live) {
  if (step === 86_400_000) return live ? "yesterday" : "the day before";
  return { 60_000: "the minute before", 3_600_000: "the hour before" }[step] ?? "the window before";
}

/** How long ago, or how long: 40 s, 12 min, 3 h, 2 d. */
export function duration(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

/** When a post was written, no more exactly than it is known. */
export function postedTime(at, precision) {
  if (!at || precision === "UNKNOWN") return "at an unknown time";
  const time = Date.parse(at);
  if (precision === "DAY") return FULL_DAY.format(time);
  if (precision === "MINUTE") return FULL.format(time).replace(/:\d\d$/, "") + " UTC";
  return FULL.format(time) + " UTC";
}

export const fullTime = (at) => FULL.format(Date.parse(at)) + " UTC";

const PRECISIONS = { MILLIS: "to the millisecond", SECOND: "to the second", MINUTE: "to the minute", DAY: "the day only", UNKNOWN: "unknown" };
const SOURCES = { ID: "from the post's id", PAGE: "from the page", ARTICLE: "the article's date", INGEST: "when it arrived" };

export function precisionName(precision, source) {
  return [PRECISIONS[precision], SOURCES[source]].filter(Boolean).join(", ");
}

const KINDS = { KILLED: "killed", INJURED: "injured", DETAINED: "detained", MISSING: "missing", DISPLACED: "displaced", PROTESTERS: "protesting", DAMAGED: "damaged", OTHER: "" };

/** A claimed figure in words: at least 400 displaced (family). */
export function figure({ kind, count, upper, modifier, unit }) {
  const bound = { AT_LEAST: "at least ", AT_MOST: "at most ", ABOUT: "about " }[modifier] ?? "";
  const range = modifier === "RANGE" && upper !== null ? `–${number(upper)}` : "";
  const what = unit && unit !== "people" ? ` (${unit})` : "";
  return `${bound}${number(count)}${range} ${KINDS[kind] ?? ""}`.trim() + what;
}
