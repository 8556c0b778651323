// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.x.StatusLink;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Text as a reader would have seen it: without the entities, stray tags, Markdown, numbers of links
 * and folded lines that scrapers leave.
 *
 * @param text with {@code \n} as the only line end
 * @param blocks indexes in the text at which a quote or an indented block begins or ends
 * @param quotes those of them at which a quote begins
 */
public record PlainText(String text, NavigableSet<Integer> blocks, NavigableSet<Integer> quotes) {
  private static final Pattern LINE_END =
      Pattern.compile("\\r\\n?+|[\\u0085\\u2028\\u2029]|<br\\s{0,2}/?+>", Pattern.CASE_INSENSITIVE);

  private static final Pattern STRAY_TAG =
      Pattern.compile(
          "</?(?:a|b|i|u|em|strong|span|small|font|img|sub|sup)(?:\\s[^<>]{0,2000}+)?+>",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MARKDOWN_LINK =
      Pattern.compile(
          "!?+\\[([^\\[\\]]{0,300}+)\\]"
              + "\\(<?+((?:https?://|/|#)[^\\s()<>]{0,1000}+)>?+(?:\\s\"[^\"\\n]{0,300}+\")?+\\)");

  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!>~|-])");

  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*\\n]{1,300}+)\\*\\*");

  /** As in {@code words [https://example.org]} and {@code <https://example.org>}. */
  private static final Pattern BRACKETED_LINK =
      Pattern.compile("\\s?+\\[(https?://[^\\s\\[\\]]{1,1000}+)\\]|<(https?://[^\\s<>]{1,1000}+)>");

  /** As in {@code {#tag}}: a line editor's sign of a link. */
  private static final Pattern BRACED_LINK =
      Pattern.compile("\\{((?:https?://|pic\\.|[#@＃＠])[^{}\\s]{1,300}+)\\}");

  /** An address after what shows the link already: another address, or a tag or account of X. */
  private static final Pattern LINK_TARGET =
      Pattern.compile(
          "((?:https?://|pic\\.(?:twitter|x)\\.com/)[^\\s<>()\\[\\]]{4,200}+)\\s{1,40}+<https?://[^\\s<>]{1,1000}+>"
              + "|([#@＃＠][\\p{L}\\p{M}\\p{N}_]{1,100}+)\\s{0,40}+<https?://(?:twitter|x)\\.com/[^\\s<>]{1,1000}+>");

  /** As text browsers write before the words of a link, to list its address below. */
  private static final Pattern LINK_NUMBER =
      Pattern.compile("\\[\\d{1,4}\\](?=[\\p{L}\\p{N}@#＠＃])");

  /** Text that is as a reader sees it already, with no quotes or blocks known. */
  static PlainText unmarked(String text) {
    return new PlainText(text, new TreeSet<>(), new TreeSet<>());
  }

  /** Reads what a scraper left. */
  public static PlainText of(String content) {
    String lines = LINE_END.matcher(content).replaceAll("\n");
    String shown = lines.contains("<http") ? LINK_TARGET.matcher(lines).replaceAll("$1$2") : lines;
    return Unfolded.of(shown, PlainText::undone);
  }

  private static String undone(String content) {
    String text = content;
    if (text.indexOf('<') >= 0) {
      text = STRAY_TAG.matcher(text).replaceAll("");
    }
    // As in an attribute: "&copy=" in an address is no entity.
    if (text.indexOf('&') >= 0) {
      text = Parser.unescapeEntities(text, true);
    }
    if (text.contains("](")) {
      text = MARKDOWN_LINK.matcher(text).replaceAll(PlainText::shown);
    }
    if (text.contains("**")) {
      text = BOLD.matcher(text).replaceAll("$1");
    }
    if (text.indexOf('\\') >= 0) {
      text = ESCAPED.matcher(text).replaceAll("$1");
    }
    if (text.contains("[http") || text.contains("<http")) {
      text = BRACKETED_LINK.matcher(text).replaceAll(PlainText::bare);
    }
    if (text.indexOf('{') >= 0) {
      text = BRACED_LINK.matcher(text).replaceAll("$1");
    }
    return text.indexOf('[') >= 0 ? LINK_NUMBER.matcher(text).replaceAll("") : text;
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

  /** An address that is shown for itself, or that tells a post's id. */
  private static String bare(MatchResult link) {
    String shown = link.group(2);
    String address = shown == null ? link.group(1) : shown;
    Optional<StatusLink> post = StatusLink.parse(address);
    String kept = shown != null ? shown : post.isPresent() ? " " + address : "";
    return Matcher.quoteReplacement(kept);
  }
}
