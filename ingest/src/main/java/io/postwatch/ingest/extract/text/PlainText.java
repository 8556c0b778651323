// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Undoes what careless scrapers leave in plain text: entities, stray tags, odd line ends. */
public final class PlainText {
  private static final Pattern LINE_END =
      Pattern.compile("\\r\\n?+|[\\u0085\\u2028\\u2029]|<br\\s{0,2}/?+>", Pattern.CASE_INSENSITIVE);

  private static final Pattern STRAY_TAG =
      Pattern.compile(
          "</?(?:a|b|i|u|em|strong|span|small|font|img|sub|sup)(?:\\s[^<>]{0,2000}+)?+>",
          Pattern.CASE_INSENSITIVE);

  private PlainText() {}

  /** The text as a reader would have seen it, with {@code \n} as the only line end. */
  public static String of(String content) {
    String lines = LINE_END.matcher(content).replaceAll("\n");
    String bare = lines.indexOf('<') < 0 ? lines : STRAY_TAG.matcher(lines).replaceAll("");
    // As in an attribute: "&copy=" in an address is no entity.
    return bare.indexOf('&') < 0 ? bare : Parser.unescapeEntities(bare, true);
  }
}
