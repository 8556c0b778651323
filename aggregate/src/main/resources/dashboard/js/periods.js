// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// Which windows are shown. Windows begin at multiples of their size since 1970-01-01 UTC.

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const KNOWN = {
  "1m": { id: "hour", label: "Hour", windows: 60 },
  "1h": { id: "day", label: "Day", windows: 24 },
  "1d": { id: "month", label: "Month", windows: 30 },
};

/** A size such as 1m or 90s in milliseconds. */
export function millis(size) {
  const [, number, unit] = /^(\d+)([smhd])$/.exec(size) ?? [];
  if (!number) throw new RangeError(`Not a size of windows: ${size}`);
  return number * UNITS[unit];
}

/**
 * The ranges that can be shown, one for each size that is counted. A number is told of one window of the next larger size,
 * since posts that were seen in several windows must not be added up.
 */
export function ranges(sizes) {
  const sorted = [...sizes].sort((a, b) => millis(a) - millis(b));
  return sorted.map((size, at) => ({
    ...(KNOWN[size] ?? { id: size, label: `60 × ${size}`, windows: 60 }),
    size,
    numberSize: sorted[Math.min(at + 1, sorted.length - 1)],
  }));
}

/** The range named, else a day by the hour, else the first. */
export function rangeOf(all, id) {
  return all.find((range) => range.id === id) ?? all.find((range) => range.id === "day") ?? all[0];
}

/**
 * The windows of a range that end at a time.
 *
 * @param end milliseconds: now, or what was asked for
 * @returns times in milliseconds: starts of the bars, and the window that the numbers tell of
 */
export function period(range, end) {
  const step = millis(range.size);
  const last = Math.floor((end - 1) / step) * step;
  const starts = Array.from({ length: range.windows }, (_, at) => last - (range.windows - 1 - at) * step);
  const numberStep = millis(range.numberSize);
  const numberFrom = Math.floor((end - 1) / numberStep) * numberStep;
  return { size: range.size, step, starts, from: starts[0], to: last + step, numberSize: range.numberSize, numberStep, numberFrom, numberTo: numberFrom + numberStep };
}
