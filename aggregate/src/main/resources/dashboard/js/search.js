// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

/**
 * What is asked for: @handle and #hashtag anywhere, the rest are words that must all occur.
 *
 * @returns parameters of /posts, or null where nothing is asked
 */
export function searchParams(text) {
  const params = { handle: [], hashtag: [] };
  const words = text.replaceAll(/(^|\s)([@#])([^\s"@#]+)/gu, (_, before, sign, word) => {
    params[sign === "@" ? "handle" : "hashtag"].push(word);
    return before;
  });
  const q = words.replaceAll(/\s+/g, " ").trim();
  const [handle, hashtag] = [params.handle[0] ?? null, params.hashtag[0] ?? null];
  return handle || hashtag || q ? { handle, hashtag, q: q || null } : null;
}
