// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.x.StatusLink;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Undoes what scrapers leave in plain text: entities, stray tags, Markdown, folded lines. */
public final class PlainText {
  private static final Pattern LINE_END =
      Pattern.compile("\\r\\n?+|[\\u0085\\u2028\\u2029]|<br\\s{0,2}/?+>", Pattern.CASE_INSENSITIVE);

  private static final Pattern STRAY_TAG =
      Pattern.compile(
          "</?(?:a|b|i|u|em|strong|span|small|font|img|sub|sup)(?:\\s[^<>]{0,2000}+)?+>",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MARKDOWN_LINK =
      Pattern.compile("!?+\\[([^\\[\\]\\n]{0,300}+)\\]\\(<?+(https?://[^\\s()<>]{1,1000}+)>?+\\)");

  private static final Pattern QUOTE_PREFIX = Pattern.compile("(?m)^(?:> ?){1,4}+");

  private PlainText() {}

  /** The text as a reader would have seen it, with {@code \n} as the only line end. */
  public static String of(String content) {
    String text = LINE_END.matcher(content).replaceAll("\n");
    if (text.indexOf('<') >= 0) {
      text = STRAY_TAG.matcher(text).replaceAll("");
    }
    // As in an attribute: "&copy=" in an address is no entity.
    if (text.indexOf('&') >= 0) {
      text = Parser.unescapeEntities(text, true);
    }
    if (text.contains("](http")) {
      text = MARKDOWN_LINK.matcher(text).replaceAll(PlainText::shown);
    }
    if (text.indexOf('>') >= 0) {
      text = QUOTE_PREFIX.matcher(text).replaceAll("");
    }
    return HardWrap.undone(text);
  }

  /** The words of a link; with its address where that tells a post's id. */
  private static String shown(MatchResult link) {
    if (link.group().startsWith("!")) {
      return "";
    }
    boolean toPost = StatusLink.parse(link.group(2)).isPresent();
    String address = toPost && !link.group(1).equals(link.group(2)) ? " " + link.group(2) : "";
    return Matcher.quoteReplacement(link.group(1) + address);
  }
}
