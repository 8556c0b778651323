// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Makes plain text of a page in one style. */
final class TextRenderer {
  private static final String NOT_SHOWN =
      "script, style, noscript, template, iframe, svg, head, nav, footer, aside, form, button, select";

  private static final Set<String> LIST_ITEMS = Set.of("li");

  private final TextStyle style;
  private final List<String> blocks = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private TextRenderer(TextStyle style) {
    this.style = style;
  }

  static String render(Document page, TextStyle style) {
    Document shown = page.clone();
    shown.select(NOT_SHOWN).remove();
    TextRenderer renderer = new TextRenderer(style);
    renderer.read(shown.body(), "");
    renderer.close("");
    return style.afterwards().apply(String.join(style.betweenBlocks(), renderer.blocks));
  }

  private void read(Element element, String prefix) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode words) {
        line.append(words.getWholeText().replaceAll("\\s+", " "));
      } else if (child instanceof Element inner) {
        enter(inner, prefix);
      }
    }
  }

  private void enter(Element element, String prefix) {
    if (element.normalName().equals("br")) {
      line.append(style.lineBreak());
    } else if (element.isBlock()) {
      close(prefix);
      String quote = element.normalName().equals("blockquote") ? "> " : "";
      String item = LIST_ITEMS.contains(element.normalName()) ? "* " : "";
      line.append(style.markdown() ? item : "");
      String inside = style.markdown() ? prefix + quote : prefix;
      int first = blocks.size();
      read(element, inside);
      close(inside);
      if (!inside.equals(prefix)) {
        joinQuote(first);
      }
    } else {
      line.append(style.aroundInlines());
      boolean link = style.markdown() && element.normalName().equals("a");
      line.append(link ? "[" : "");
      read(element, prefix);
      line.append(link ? "](" + element.attr("href") + ")" : "").append(style.aroundInlines());
    }
  }

  /** The paragraphs of a quote are parted by lines of its own sign. */
  private void joinQuote(int first) {
    List<String> quoted = blocks.subList(first, blocks.size());
    String joined = String.join("\n> \n", quoted);
    quoted.clear();
    if (!joined.isEmpty()) {
      blocks.add(joined);
    }
  }

  private void close(String prefix) {
    String block =
        line.toString()
            .lines()
            .map(String::strip)
            .map(words -> prefix + words)
            .collect(Collectors.joining("\n"));
    line.setLength(0);
    if (!block.substring(Math.min(prefix.length(), block.length())).isBlank()) {
      blocks.add(block);
    }
  }
}
