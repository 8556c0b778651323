// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

/* global uPlot */

const charts = new Set();

/** Draws all charts anew in the colours of the theme. */
export function recolour() {
  charts.forEach((chart) => chart.recolour());
}

/** Posts a window as bars, one chart a topic; the pointer over one shows the same time in all of them. */
export class Bars {
  #host;
  #plot = null;
  #data = [[], []];
  #step = 0;
  #most = 1;
  #open = false;
  #colours = null;
  #resized;

  /** @param hover(index or null) the window under the pointer, in this or another chart; @param pick(index) */
  constructor(host, { hover, pick }) {
    this.#host = host;
    this.hover = hover;
    this.#resized = new ResizeObserver(() => this.#fit());
    this.#resized.observe(host);
    host.addEventListener("click", () => {
      const at = this.#plot?.cursor.idx;
      if (at !== null && at !== undefined) pick(at);
    });
    charts.add(this);
  }

  /** @param open whether the last window is still under way; it is drawn lighter */
  set(starts, values, step, most, open) {
    this.#data = [starts.map((start) => start / 1000), values];
    this.#step = step / 1000;
    this.#most = Math.max(1, most);
    this.#open = open;
    if (this.#plot) this.#plot.setData(this.#data);
    else this.#fit();
  }

  /** Reads the colours anew: the theme is another, or the topic has begun or ceased to rise. */
  recolour() {
    this.#colours = null;
    this.#plot?.redraw(false);
  }

  remove() {
    charts.delete(this);
    this.#resized.disconnect();
    this.#plot?.destroy();
  }

  #fit() {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width === 0 || height === 0 || this.#data[0].length === 0) return;
    if (this.#plot) this.#plot.setSize({ width, height });
    else this.#plot = new uPlot(this.#options(width, height), this.#data, this.#host);
  }

  #colour(open) {
    if (this.#colours === null) {
      const { color, textDecorationColor } = getComputedStyle(this.#host);
      this.#colours = [color, textDecorationColor];
    }
    return this.#colours[open ? 1 : 0];
  }

  #options(width, height) {
    const fills = () => this.#data[1].map((_, at) => this.#colour(this.#open && at === this.#data[1].length - 1));
    const windowAt = (plot, series, closest, seconds) => Math.min(this.#data[0].length - 1, Math.max(0, Math.floor((seconds - this.#data[0][0]) / this.#step)));
    return {
      width,
      height,
      padding: [1, 0, 0, 0],
      legend: { show: false },
      axes: [{ show: false }, { show: false }],
      scales: { x: { time: false, range: () => [this.#data[0][0], this.#data[0].at(-1) + this.#step] }, y: { range: () => [0, this.#most] } },
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false, setScale: false }, dataIdx: windowAt, sync: { key: "volume", setSeries: false } },
      series: [{}, { width: 0, points: { show: false }, fill: () => this.#colour(false), paths: uPlot.paths.bars({ size: [0.82, 60], align: 1, disp: { fill: { unit: 3, values: fills } } }) }],
      hooks: { setCursor: [(plot) => this.hover(plot.cursor.left < 0 ? null : (plot.cursor.idx ?? null))] },
    };
  }
}
