// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.x;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a post is by X's own count, and how long it could be on its day. */
public final class PostLength {
  /** The limit was doubled for all on that day (blog.x.com, "Giving you more characters"). */
  private static final LocalDate DOUBLED = LocalDate.of(2017, 11, 7);

  /** Each link counts as 23, whatever its length (docs.x.com, "Counting characters"). */
  private static final String LINK = "x".repeat(23);

  private static final Pattern ANY_LINK =
      Pattern.compile("(?:https?://|pic\\.(?:twitter|x)\\.com/)\\S++");

  /** Names that open a reply are not counted, nor is the picture at the end. */
  private static final Pattern REPLIED_TO = Pattern.compile("\\A(?:@\\w{1,20}+\\s++)++");

  private static final Pattern LINK_AT_END = Pattern.compile(ANY_LINK.pattern() + "\\s*+\\z");

  /** Asks for the coloured form of the emoji before it. */
  private static final int VARIATION = 0xFE0F;

  private PostLength() {}

  /** The limit in X's characters on a day; the newer one where the day is not known. */
  public static int limitOn(Optional<LocalDate> day) {
    return day.isPresent() && day.get().isBefore(DOUBLED) ? 140 : 280;
  }

  /** The length of a text as X counts it, white space of any kind as one. */
  public static int of(String text) {
    String counted = REPLIED_TO.matcher(text).replaceFirst("");
    counted = LINK_AT_END.matcher(counted).replaceFirst("");
    return weigh(ANY_LINK.matcher(counted).replaceAll(LINK).strip());
  }

  private static int weigh(String words) {
    int weight = 0;
    boolean space = false;
    for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
      int c = words.codePointAt(i);
      boolean again = space && Character.isWhitespace(c);
      space = Character.isWhitespace(c);
      weight += again || c == VARIATION ? 0 : weight(c);
    }
    return weight;
  }

  /** By twitter-text's configuration 3: Chinese, Japanese, Korean and emoji count twice. */
  private static int weight(int c) {
    return c <= 0x10FF || c >= 0x2000 && c <= 0x2037 ? 1 : 2;
  }
}
