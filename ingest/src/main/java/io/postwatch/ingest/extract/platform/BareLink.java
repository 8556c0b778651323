// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Addresses of posts that are all of a paragraph: content systems show the post in their place. */
final class BareLink {
  private static final Set<String> BLOCKS = Set.of("p", "div", "figure", "center", "section");
  private static final Set<String> INLINE =
      Set.of("a", "span", "strong", "b", "em", "i", "u", "font");

  /** Lists, tables, captions and quotes name addresses as references. */
  private static final Set<String> NOT_WITHIN =
      Set.of("li", "td", "th", "dd", "figcaption", "footer", "aside", "nav", "blockquote", "cite");

  private static final int MIN_LENGTH = 12;
  private static final int MAX_LENGTH = 2000;

  private BareLink() {}

  static Optional<PostAddress> of(TextNode text) {
    String words = text.getWholeText();
    if (words.length() < MIN_LENGTH || words.length() > MAX_LENGTH || !startsLikeAddress(words)) {
      return Optional.empty();
    }
    String line = words.strip();
    if (!WebAddress.isLikely(line) || line.chars().anyMatch(Character::isWhitespace)) {
      return Optional.empty();
    }
    String address = line;
    Element around = text.parent();
    boolean alone = isAlone(text);
    while (alone && around != null && INLINE.contains(around.normalName())) {
      address = around.normalName().equals("a") ? around.attr("href") : address;
      alone = isAlone(around);
      around = around.parent();
    }
    return alone && around != null && BLOCKS.contains(around.normalName()) && !isReference(around)
        ? PostAddresses.parse(address)
        : Optional.empty();
  }

  /** Almost all text of a page is out by its first letter. */
  private static boolean startsLikeAddress(String words) {
    int start = 0;
    while (start < words.length() && Character.isWhitespace(words.charAt(start))) {
      start++;
    }
    return start < words.length() && "h/w".indexOf(words.charAt(start)) >= 0;
  }

  private static boolean isAlone(Node node) {
    for (Node sibling : node.parent().childNodes()) {
      boolean blank = sibling instanceof TextNode text ? text.isBlank() : sibling.nameIs("br");
      if (sibling != node && !blank && !(sibling instanceof Comment)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isReference(Element block) {
    return block.parents().stream().anyMatch(part -> NOT_WITHIN.contains(part.normalName()));
  }
}
