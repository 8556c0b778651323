// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

import { session } from "./session.js";

const BASE = "api/v1";

/** What the server said that went wrong, in one sentence; status 0 where no server answered. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }

  /** @param {Response} response */
  static async of(response) {
    const body = await response.json().catch(() => null);
    const detail = typeof body?.detail === "string" ? body.detail : `The server answered with status ${response.status}.`;
    return new Problem(response.status, detail);
  }
}

/** The address of a question; parameters that are null are left out, lists are repeated. */
export function question(path, params = {}) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined) search.append(key, one);
    }
  }
  const query = search.toString();
  return `${BASE}/${path}${query ? "?" + query : ""}`;
}

/** Asks; the browser keeps answers and asks anew by their ETag. */
export async function ask(path, params, signal) {
  let response;
  try {
    response = await fetch(question(path, params), { signal, cache: "no-cache", redirect: "error", headers: { Accept: "application/json", ...session.headers() } });
  } catch (e) {
    if (e.name === "AbortError") throw e;
    throw new Problem(0, "The server does not answer.");
  }
  if (!response.ok) throw await Problem.of(response);
  return response.json();
}
