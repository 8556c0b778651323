// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

/** Posts by topic and window, as the server told at first and the live feed since. */
export class Counts {
  #topics = new Map();

  constructor(period) {
    this.period = period;
  }

  /** @param series answer of /series; @param top answer of /top for the window that the numbers tell of */
  static of(period, series, top) {
    const counts = new Counts(period);
    const told = series.starts.map((start) => counts.#at(Date.parse(start)));
    for (const { topic, values } of series.items) {
      const entry = counts.#entry(topic);
      values.forEach((value, at) => {
        if (told[at] >= 0) entry.values[told[at]] = value;
      });
    }
    for (const { topic, posts, previous } of top.items) Object.assign(counts.#entry(topic), { number: posts, previous: previous ?? 0 });
    return counts;
  }

  #at(start) {
    const at = (start - this.period.from) / this.period.step;
    return Number.isInteger(at) && at < this.period.starts.length ? at : -1;
  }

  #entry(topic) {
    let entry = this.#topics.get(topic);
    if (!entry) {
      entry = { topic, values: new Array(this.period.starts.length).fill(0), number: 0, previous: 0 };
      this.#topics.set(topic, entry);
    }
    return entry;
  }

  /** Takes in a count of the feed. @returns whether anything of it is shown */
  apply({ topic, windowStart, windowSize, posts }) {
    const start = Date.parse(windowStart);
    let shown = false;
    if (windowSize === this.period.size && this.#at(start) >= 0) {
      this.#entry(topic).values[this.#at(start)] = posts;
      shown = true;
    }
    if (windowSize === this.period.numberSize) {
      if (start === this.period.numberFrom) this.#entry(topic).number = posts;
      else if (start === this.period.numberFrom - this.period.numberStep) this.#entry(topic).previous = posts;
      shown ||= start === this.period.numberFrom;
    }
    return shown;
  }

  /** The topics that have any post here, those with most first. */
  topics() {
    const total = (entry) => entry.values.reduce((sum, value) => sum + value, 0);
    return [...this.#topics.values()]
      .map((entry) => ({ ...entry, peak: Math.max(...entry.values), total: total(entry) }))
      .filter((entry) => entry.total > 0 || entry.number > 0)
      .sort((a, b) => b.number - a.number || b.total - a.total || (a.topic < b.topic ? -1 : 1));
  }
}
