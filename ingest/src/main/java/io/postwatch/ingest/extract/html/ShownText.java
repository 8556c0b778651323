// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * What a reader sees of an element: entities decoded, white space collapsed, a line break for
 * {@code <br>} and a blank line between paragraphs.
 *
 * @param text the text, without white space around it
 * @param links the links in it, in order
 * @param gaps indexes in the text at which elements were left out
 */
public record ShownText(String text, List<ShownLink> links, List<Integer> gaps) {

  /**
   * A link in a shown text.
   *
   * @param start index in the text where the link's words begin
   * @param end index after the link's words
   * @param href its address as the page writes it
   */
  public record ShownLink(int start, int end, String href) {
    private ShownLink within(int length) {
      return new ShownLink(Math.min(start, length), Math.min(end, length), href);
    }
  }

  /** Blocks that follow each other line by line; all others stand apart. */
  private static final Set<String> LINES = Set.of("li", "tr", "dt", "dd", "option");

  private static final Set<String> UNSEEN =
      Set.of("script", "style", "noscript", "template", "iframe", "svg", "button");

  /** Classes of what style sheets show to nobody, and screen readers read out. */
  private static final Pattern FOR_EARS =
      Pattern.compile("(?:^|\\s)(?:screen-reader-text|sr-only|visually-?hidden)(?:$|\\s)");

  /** Reads an element without certain elements inside it. */
  public static ShownText of(Element element, Predicate<Element> leftOut) {
    Writer writer = new Writer(element, leftOut);
    NodeTraversor.filter(writer, element);
    // Rare white space, as an em space, stands in the text, but not at its end.
    String text = writer.text.toString().stripTrailing();
    return new ShownText(
        text,
        writer.links.stream().map(link -> link.within(text.length())).toList(),
        List.copyOf(writer.gaps));
  }

  /** Its first part. */
  ShownText upTo(int length) {
    return text.length() <= length
        ? this
        : new ShownText(
            text.substring(0, length),
            links.stream().filter(link -> link.end() <= length).toList(),
            gaps.stream().filter(gap -> gap <= length).toList());
  }

  /** Where something was left out last before an index; 0 where nothing was. */
  public int lastGap(int index) {
    return gaps.stream().mapToInt(Integer::intValue).filter(gap -> gap <= index).max().orElse(0);
  }

  /** Posts have at most one blank line between paragraphs; pages may have any number of breaks. */
  private static final int MAX_BREAKS = 2;

  private static final class Writer implements NodeFilter {
    private final Element root;
    private final Predicate<Element> leftOut;
    private final StringBuilder text = new StringBuilder();
    private final List<ShownLink> links = new ArrayList<>();
    private final List<Integer> gaps = new ArrayList<>();
    private int pendingBreaks;
    private boolean pendingSpace;
    private int linkStart = -1;

    Writer(Element root, Predicate<Element> leftOut) {
      this.root = root;
      this.leftOut = leftOut;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        append(words.getWholeText());
      } else if (node instanceof Element element) {
        if (element != root && leftOut.test(element)) {
          pendingBreaks = MAX_BREAKS;
          gaps.add(text.length());
          return FilterResult.SKIP_ENTIRELY;
        }
        if (UNSEEN.contains(element.normalName()) || isForEars(element)) {
          return FilterResult.SKIP_ENTIRELY;
        }
        open(element);
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        close(element);
      }
      return FilterResult.CONTINUE;
    }

    /** As plugins mark links: (opens in a new tab). */
    private static boolean isForEars(Element element) {
      return element.nameIs("span")
          && element.attributesSize() > 0
          && FOR_EARS.matcher(element.attributes().get("class")).find();
    }

    private void open(Element element) {
      String name = element.normalName();
      if (name.equals("br")) {
        pendingBreaks++;
      } else if (element.isBlock()) {
        breakBlock(name);
      } else if (name.equals("a")) {
        linkStart = text.length();
      } else if (name.equals("img")) {
        append(emoji(element));
      }
    }

    private void close(Element element) {
      String name = element.normalName();
      if (element.isBlock()) {
        breakBlock(name);
      } else if (name.equals("a") && linkStart >= 0) {
        addLink(LinkAddress.of(element));
        linkStart = -1;
      }
    }

    private void breakBlock(String name) {
      pendingBreaks = Math.max(pendingBreaks, LINES.contains(name) ? 1 : 2);
    }

    private void addLink(String href) {
      int start = linkStart;
      while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      links.add(new ShownLink(start, text.length(), href));
    }

    private void append(String words) {
      int start = 0;
      while (start < words.length()) {
        int end = start;
        while (end < words.length() && !isSpace(words.charAt(end))) {
          end++;
        }
        if (end > start) {
          flushWhiteSpace();
          text.append(words, start, end);
        }
        pendingSpace |= end < words.length();
        start = end + 1;
      }
    }

    private static boolean isSpace(char c) {
      return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private void flushWhiteSpace() {
      if (text.length() > 0) {
        if (pendingBreaks > 0) {
          text.append("\n".repeat(Math.min(pendingBreaks, MAX_BREAKS)));
        } else if (pendingSpace) {
          text.append(' ');
        }
      }
      pendingBreaks = 0;
      pendingSpace = false;
    }

    /** Content systems that replace emoji by pictures (WordPress, old X) keep them in alt. */
    private static String emoji(Element image) {
      String alt = image.attr("alt");
      boolean isEmoji =
          !alt.isEmpty()
              && alt.length() <= 16
              && alt.codePoints().noneMatch(c -> c < 128 || Character.isLetter(c));
      return isEmoji ? alt : "";
    }
  }
}
