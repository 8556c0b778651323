// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Shortcodes that embed a post and that a content system left unread, as WordPress does when their
 * plugin is gone: {@code [embed]https://...[/embed]}, {@code [tweet https://...]}.
 */
final class Shortcode {
  private static final int MIN_LENGTH = 24;
  private static final int MAX_LENGTH = 2000;

  private static final Set<String> BLOCKS = Set.of("p", "div", "figure");

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\[(?:embed|tweet|twitter|youtube|instagram|facebook|tiktok)\\b(?:"
              + "[^\\[\\]]{0,300}+\\]\\s{0,9}+(https?://[^\\s\\[\\]<>]{10,600}+)\\s{0,9}+\\[/[a-z]{1,20}+\\]"
              + "|[^\\[\\]/]{0,100}?(https?://[^\\s\\[\\]<>\"'”″]{10,600}+)[^\\[\\]]{0,300}+\\]"
              + "(?:\\[/[a-z]{1,20}+\\])?)",
          Pattern.CASE_INSENSITIVE);

  private Shortcode() {}

  /** The placeholder of the post, for a text that is a shortcode and all of its block. */
  static Optional<String> markup(TextNode text) {
    String words = text.getWholeText();
    if (words.length() < MIN_LENGTH || words.length() > MAX_LENGTH || !isBracketed(words)) {
      return Optional.empty();
    }
    Matcher shortcode = SHAPE.matcher(words.strip());
    if (!isBlock(text.parent()) || !shortcode.matches()) {
      return Optional.empty();
    }
    String address = shortcode.group(shortcode.group(1) == null ? 2 : 1);
    return Optional.of(new Element("div").attr("data-oembed-url", address).outerHtml());
  }

  private static boolean isBracketed(String words) {
    int start = 0;
    while (start < words.length() && words.charAt(start) <= ' ') {
      start++;
    }
    return start < words.length() && words.charAt(start) == '[';
  }

  private static boolean isBlock(Element around) {
    return around != null && around.childNodeSize() == 1 && BLOCKS.contains(around.normalName());
  }
}
