// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Tells HTML from plain text, and parses it within bounds. */
public final class Markup {
  /** Beyond this depth elements are put beside each other; browsers stop at 512 as well. */
  private static final int MAX_DEPTH = 512;

  /** Elements of a page that are read; the largest articles have some 30,000. */
  public static final int MAX_TAGS = 400_000;

  private static final Pattern STRUCTURE =
      Pattern.compile(
          "<(?:!doctype\\s|(?:html|head|body|article|main|section|div|p|blockquote|table|ul|ol"
              + "|h[1-6]|amp-twitter|iframe|script)(?=[\\s>/]))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FORMATTING =
      Pattern.compile(
          "</?(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?:\\s[^<>]{0,2000}+)?+>",
          Pattern.CASE_INSENSITIVE);

  private Markup() {}

  /** True where the content has a tag that shapes pages; a stray {@code <br>} does not count. */
  public static boolean isHtml(String content) {
    return STRUCTURE.matcher(content).find();
  }

  /** Parses what lies before the {@value #MAX_TAGS}th tag; never fails. */
  public static Document parse(String content, String baseUri) {
    String readable = bounded(content);
    try {
      return Jsoup.parse(readable, baseUri, parser());
    } catch (IndexOutOfBoundsException atTheGreatestDepth) {
      // jsoup 1.24.1 loses count of open formatting elements there; they say nothing of embeds.
      return Jsoup.parse(FORMATTING.matcher(readable).replaceAll(""), baseUri, parser());
    }
  }

  private static Parser parser() {
    return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
  }

  /** True where content has more tags than are read: {@link #parse} would pass over the rest. */
  public static boolean hasTooManyTags(String content) {
    return endOfReadable(content) < content.length();
  }

  private static String bounded(String content) {
    return content.substring(0, endOfReadable(content));
  }

  private static int endOfReadable(String content) {
    if (content.length() <= MAX_TAGS) {
      return content.length();
    }
    int tags = 0;
    for (int at = content.indexOf('<'); at >= 0; at = content.indexOf('<', at + 1)) {
      if (++tags > MAX_TAGS) {
        return at;
      }
      if (tags + content.length() - at <= MAX_TAGS) {
        // Were each character to come a tag, they would not be too many.
        break;
      }
    }
    return content.length();
  }
}
