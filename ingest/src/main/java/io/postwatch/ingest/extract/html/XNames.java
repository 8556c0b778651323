// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.regex.Pattern;

/** What classes say of a part of a page that has to do with X. */
final class XNames {
  private static final Pattern POST =
      Pattern.compile(
          "(?:^|[\\s_-])(?:o-?embed(?:ded)?|embed(?:ded)?|media|field|block|social|js|art|rich|cms)?[-_]*"
              + "(?:twitter|tweet|x)[-_]*"
              + "(?:embed(?:ded|s)?|tweet|video|post|card|container|content|wrap(?:per)?|block|box"
              + "|placeholder|status|quote|widget|embed-twitter|frame|item)?(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_POST =
      Pattern.compile(
          "timeline|share|sharing|follow|button|btn|(?:^|[\\s_-])link|credit|author|caption|footnote"
              + "|tooltip|icon|count|hashtag|mention|profile|feed|comment|click-?to-?tweet|bctt|ctt"
              + "|tweetable|tweet-?this|handle|user-?name|screen-?name|avatar|nav|menu",
          Pattern.CASE_INSENSITIVE);

  /** Parts of a card, by the names that style sheets give them. */
  private static final Pattern PART =
      Pattern.compile(
          "tweet[-_]*(?:header|footer|info|meta|date|time|stats?|actions?)(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CODE =
      Pattern.compile("(?:^|\\s)twitter-(?:tweet|video)(?:$|[\\s-])");

  private static final Pattern CARD =
      Pattern.compile(
          "(?:^|\\s)(?:tweet(?:-(?:card|embed|container))?|react-tweet-theme|bbpBox_?\\d*)(?:$|\\s)");

  private static final Pattern QUOTED =
      Pattern.compile(
          "quote[-_]?tweet|quoted[-_]?(?:tweet|status|post)|tweet[-_]?quoted|tweet__quote",
          Pattern.CASE_INSENSITIVE);

  private XNames() {}

  /** True for the class that X's own code gives a post, on a button also, and what it renders. */
  static boolean isCode(String classes) {
    return classes.contains("twitter-") && CODE.matcher(classes).find();
  }

  /** True for a class that content systems give the place of one post. */
  static boolean isPost(String classes) {
    return mayBeOfX(classes)
        && (POST.matcher(classes).find() || CARD.matcher(classes).find())
        && !NO_POST.matcher(classes).find()
        && !PART.matcher(classes).find();
  }

  /** True for the classes of cards that sites draw themselves, with several links to the post. */
  static boolean isCard(String classes) {
    return mayBeOfX(classes) && CARD.matcher(classes).find();
  }

  /** True for a class of what is about a post, or of many, but shows none. */
  static boolean isNoPost(String classes) {
    return NO_POST.matcher(classes).find();
  }

  /** True for the class of a post that another post quotes. */
  static boolean isQuoted(String classes) {
    return classes.contains("uote") && QUOTED.matcher(classes).find();
  }

  /** True where a word says that something is of X, as in {@code data-type="tweet"}. */
  static boolean isOfX(String word) {
    return word.equalsIgnoreCase("x") || mayBeOfX(word);
  }

  /**
   * Whatever the case of the first letter: patterns are dear, and most classes have no such word.
   */
  private static boolean mayBeOfX(String words) {
    return words.contains("weet")
        || words.contains("witter")
        || words.contains("embed-x")
        || words.contains("bbpBox");
  }
}
