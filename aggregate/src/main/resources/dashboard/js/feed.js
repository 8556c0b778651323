// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

import { Problem, question } from "./api.js";
import { EventReader } from "./events.js";
import { session } from "./session.js";

/** The server says something every 15 s; after three times as long the connection is taken for dead. */
const SILENCE = 45_000;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
const GONE = 410;
const UNAUTHORIZED = 401;

/**
 * Follows the live feed until told to stop. It is read with fetch, since the browser's own EventSource can send no token.
 * After a break it goes on behind the last event that it saw; where the server no longer has that, `opened` is called
 * with false: what was missed has to be asked for.
 *
 * @param listener opened(resumed), events([{name, data}]), heard(), broken(Problem, milliseconds until the next try), refused(Problem)
 * @returns a function that stops it
 */
export function follow(params, listener) {
  const stop = new AbortController();
  run(params, listener, stop.signal);
  return () => stop.abort();
}

async function run(params, listener, stopped) {
  let last = null;
  let failures = 0;
  while (!stopped.aborted) {
    let problem = new Problem(0, "The connection broke.");
    try {
      await read(params, last, stopped, {
        opened: () => {
          listener.opened(last !== null);
          failures = 0;
        },
        events: (events) => {
          last = events.findLast((event) => event.id !== null)?.id ?? last;
          listener.events(events);
        },
        heard: listener.heard,
      });
    } catch (e) {
      problem = e instanceof Problem ? e : problem;
    }
    if (stopped.aborted) return;
    if (problem.status === UNAUTHORIZED) return listener.refused(problem);
    if (problem.status === GONE && last !== null) {
      last = null;
      continue;
    }
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures++) * (0.75 + Math.random() / 2);
    listener.broken(problem, wait);
    await pause(wait, stopped);
  }
}

async function read(params, last, stopped, listener) {
  const connection = new AbortController();
  const abort = () => connection.abort();
  stopped.addEventListener("abort", abort);
  let watchdog = setTimeout(abort, SILENCE);
  try {
    const response = await fetch(question("feed", params), {
      signal: connection.signal,
      cache: "no-store",
      redirect: "error",
      headers: { Accept: "text/event-stream", ...(last === null ? {} : { "Last-Event-ID": last }), ...session.headers() },
    });
    if (!response.ok) throw await Problem.of(response);
    listener.opened();
    const events = new EventReader();
    const text = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await text.read();
      if (done) return;
      clearTimeout(watchdog);
      watchdog = setTimeout(abort, SILENCE);
      listener.heard();
      const complete = events.read(value);
      if (complete.length > 0) listener.events(complete);
    }
  } finally {
    clearTimeout(watchdog);
    connection.abort();
    stopped.removeEventListener("abort", abort);
  }
}

function pause(millis, stopped) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    stopped.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
