// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.regex.Pattern;

/** Boxes whose class says that they show an X post: a link in them is more than one in words. */
final class NearbyCard {
  /** From the box to the first link to its post stand a picture and a name. */
  private static final int NEAR = 2000;

  private static final Pattern CARD =
      Pattern.compile(
          "(?:class|data-testid)\\s{0,9}=[^>]{0,200}?(?:tweet|twitter|bbpbox|embed-x)",
          Pattern.CASE_INSENSITIVE);

  private NearbyCard() {}

  /** True where such a box may be open at an index of a page given as Latin-1. */
  static boolean around(String page, int index) {
    return CARD.matcher(page).region(Math.max(0, index - NEAR), index).find();
  }
}
