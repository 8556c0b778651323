// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Elements whose class or type says that they show a post of X: a link in them is its address. */
final class BoxOfPost {
  /** What has no links in it, and what is the page. */
  private static final Pattern OTHER =
      Pattern.compile("<(?:a|i|meta|link|svg|img|body|html)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern CLASS =
      Pattern.compile(
          "\\sclass\\s{0,9}=\\s{0,9}(?:\"([^\"]*)|'([^']*)|([^\\s>]*))", Pattern.CASE_INSENSITIVE);

  /** Names of X in a class. */
  private static final Pattern NAME =
      Pattern.compile("weet|witter|embed-x|bbpbox", Pattern.CASE_INSENSITIVE);

  /** Of what shows no post, or many. */
  private static final Pattern NO_POST =
      Pattern.compile(
          "share|sharing|follow|button|btn|icon|timeline|feed|credit|author|caption|footnote|tooltip"
              + "|hashtag|mention|profile|comment|avatar|menu",
          Pattern.CASE_INSENSITIVE);

  private BoxOfPost() {}

  /** True where X's name, at an index, is in the tag of such an element. */
  static boolean isNamedAt(Latin page, int index) {
    int start = Tag.start(page, index);
    int end = start < 0 ? -1 : Tag.end(page, index);
    if (end < 0) {
      return false;
    }
    String tag = page.subSequence(start, end);
    if (OTHER.matcher(tag).lookingAt()) {
      return false;
    }
    return !Tag.isClear(page, start, end) || tag.contains("data-testid") || isClassOfPost(tag);
  }

  /** By the name in it, or as that of any embed, of which another attribute says what it is. */
  private static boolean isClassOfPost(String tag) {
    Matcher matcher = CLASS.matcher(tag);
    if (!matcher.find()) {
      return false;
    }
    String classes = matcher.group();
    return classes.toLowerCase(Locale.ROOT).contains("embed")
        || NAME.matcher(classes).find() && !NO_POST.matcher(classes).find();
  }
}
