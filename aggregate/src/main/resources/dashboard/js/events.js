// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

const LONGEST = 8 << 20;

/** Takes server-sent events out of pieces of text, as the standard says; comments are events without data. */
export class EventReader {
  #rest = "";
  #event = fresh();

  /** @returns the events that this piece completes: [{name, id, data}] */
  read(piece) {
    const lines = (this.#rest + piece).split(/\r\n|\n|\r/);
    this.#rest = lines.pop();
    if (this.#rest.length + this.#event.length > LONGEST) throw new RangeError("An event of more than 8 MB.");
    const done = [];
    for (const line of lines) {
      if (line === "") {
        if (this.#event.data.length > 0) done.push({ ...this.#event, data: this.#event.data.join("\n") });
        this.#event = fresh();
      } else {
        this.#field(line);
      }
    }
    return done;
  }

  #field(line) {
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") this.#event.data.push(value);
    else if (field === "id") this.#event.id = value;
    else if (field === "event") this.#event.name = value;
    this.#event.length += line.length;
  }
}

const fresh = () => ({ name: "message", id: null, data: [], length: 0 });
