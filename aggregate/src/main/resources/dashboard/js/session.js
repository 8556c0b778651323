// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

const KEY = "postwatch.token";

/** The token that the server asks for, if it does: kept for this tab alone, until it is closed. */
export const session = {
  get token() {
    return sessionStorage.getItem(KEY);
  },
  set token(token) {
    if (token === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, token);
  },
  headers() {
    return this.token === null ? {} : { Authorization: `Bearer ${this.token}` };
  },
};
