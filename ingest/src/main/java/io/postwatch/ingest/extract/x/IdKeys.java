// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.x;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keys under which the state of single-page apps has the id of an X post, in lower case and without
 * signs.
 */
public final class IdKeys {
  private static final Pattern OF_X =
      Pattern.compile("(?:tweet|twitter)(?:status|post)?id(?:str)?");

  private static final Set<String> TYPED =
      Set.of(
          "id",
          "idstr",
          "externalid",
          "remoteid",
          "postid",
          "statusid",
          "embedid",
          "value",
          "content",
          "data",
          "code",
          "itemid",
          "sourceid",
          "mediaid");

  private IdKeys() {}

  /** True for keys that say themselves that the number is of X. */
  public static boolean sayX(String key) {
    return OF_X.matcher(key).matches();
  }

  /** True for keys of numbers of anything: of X where something else in the object says so. */
  public static boolean areTyped(String key) {
    return TYPED.contains(key);
  }
}
