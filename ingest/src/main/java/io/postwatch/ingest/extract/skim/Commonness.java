// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.Set;

/** How often four letters stand in pages that embed nothing. */
final class Commonness {
  /** More than once in some 10 kB. */
  private static final Set<String> COMMON =
      Set.of(
          ".com", "com/", "data", "ata-", "clas", "lass", "ass=", "ss=\"", "stat", "colo", "lock",
          "form", "comm", "embe", "tter", "ter-", "ter_", "ette", "vide", "ideo", "post", "ost-",
          "-pos", "text", "ext-", "widg", "idge", "dget", "inst", "face", "book", "read", "reac",
          "plat", "amp-", "tele", "medi", "edia", "-med", "http", "otic");

  private Commonness() {}

  /** Relative, and for a few letters only: most are rare. */
  static double of(String letters) {
    return letters.indexOf('?') >= 0 ? 50 : COMMON.contains(letters) ? 10 : 1;
  }
}
