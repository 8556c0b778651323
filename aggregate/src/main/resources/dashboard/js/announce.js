// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

import { byId, setText } from "./dom.js";

const AT_MOST_EVERY = 15_000;
let waiting = [];
let timer = null;

/** Tells a screen reader, seldom enough that it can be borne; only the last few of many are told. */
export function announce(sentence) {
  waiting = [...waiting, sentence].slice(-3);
  timer ??= setTimeout(tell, 500);
}

function tell() {
  setText(byId("announcements"), waiting.join(" "));
  waiting = [];
  timer = setTimeout(() => {
    timer = null;
    if (waiting.length > 0) tell();
  }, AT_MOST_EVERY);
}
