// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.gazetteer;

/** What sort of name a place has; the order is that of the numbers in the file. */
public enum NameRank {
  /** Its usual English or own name. */
  PRIMARY,
  /** In another language, spelling or time. */
  ALTERNATE,
  /** Letters or a shortened word: UAE, Calif. */
  ABBREVIATION,
  /** An adjective or a people: Kazakh, Kazakhs. */
  DEMONYM
}
