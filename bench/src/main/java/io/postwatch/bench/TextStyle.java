// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How a tool makes plain text of a page.
 *
 * @param name what it is like
 * @param betweenBlocks what it writes between paragraphs and the like
 * @param lineBreak what it makes of {@code br}
 * @param aroundInlines what it writes before and after links and other parts of a line
 * @param markdown whether links, quotes and lists are written as Markdown does
 * @param afterwards what is done to the whole text in the end
 */
record TextStyle(
    String name,
    String betweenBlocks,
    String lineBreak,
    String aroundInlines,
    boolean markdown,
    UnaryOperator<String> afterwards) {

  private static final Pattern EMOJI =
      Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{FE0F}]");
  private static final Pattern LINK = Pattern.compile("(?:https?://|pic\\.twitter\\.com/)\\S+");

  private static final int WIDTH = 79;

  /** One for each kind of output that common tools give, named after a tool that gives it. */
  static List<TextStyle> all() {
    UnaryOperator<String> same = text -> text;
    return List.of(
        text("paragraphs (inscriptis, html-text)", "\n\n", "\n", same),
        text("paragraphs, breaks lost (newspaper)", "\n\n", " ", same),
        text("paragraphs, breaks glued (goose)", "\n\n", "", same),
        text("lines (trafilatura)", "\n", "\n", same),
        text("lines, breaks lost (boilerpipe)", "\n", " ", same),
        text("lines, wide (textContent)", "\n    \n  ", "\n", same),
        text("lines, straight quotes", "\n", "\n", TextStyle::straight),
        text("paragraphs without emoji", "\n\n", "\n", t -> EMOJI.matcher(t).replaceAll("")),
        text("paragraphs without links", "\n\n", "\n", t -> LINK.matcher(t).replaceAll("")),
        text("paragraphs, dash as two hyphens", "\n\n", "\n", t -> t.replace("—", "--")),
        text("folded (lynx, w3m)", "\n\n", "\n", TextStyle::folded),
        new TextStyle("each part a line (get_text \\n)", "\n", "\n", "\n", false, same),
        new TextStyle("Markdown (turndown)", "\n\n", "  \n", "", true, same),
        new TextStyle("Markdown, folded (html2text)", "\n\n", "  \n", "", true, TextStyle::folded),
        new TextStyle("Markdown, no quotes", "\n\n", "\n", "", true, t -> t.replace("\n> ", "\n")),
        text("one line (jsoup text)", " ", " ", same),
        new TextStyle("one line, parts apart (get_text)", " ", " ", " ", false, TextStyle::flat),
        text("one line, wide gaps", "     ", " ", same),
        text("glued (textContent, minified)", "", "", same));
  }

  private static TextStyle text(
      String name, String betweenBlocks, String lineBreak, UnaryOperator<String> afterwards) {
    return new TextStyle(name, betweenBlocks, lineBreak, "", false, afterwards);
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String straight(String text) {
    return text.replaceAll("[“”„]", "\"").replaceAll("[‘’]", "'");
  }

  private static String folded(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String prefix = line.startsWith("> ") ? "> " : "";
      StringBuilder folded = new StringBuilder(prefix);
      for (String word : line.substring(prefix.length()).split(" ")) {
        if (folded.length() > prefix.length() && folded.length() + word.length() >= WIDTH) {
          lines.add(folded.toString().stripTrailing());
          folded = new StringBuilder(prefix);
        }
        folded.append(word).append(' ');
      }
      lines.add(folded.toString().stripTrailing());
    }
    return String.join("\n", lines);
  }
}
