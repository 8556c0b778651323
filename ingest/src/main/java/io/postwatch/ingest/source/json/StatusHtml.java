// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import io.postwatch.ingest.extract.html.Markup;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The words of a Mastodon status, whose HTML knows paragraphs, line breaks and links.
 *
 * @param text links in full length, mentions and hashtags as written
 * @param links where it links to, mentions and hashtags left out
 */
record StatusHtml(String text, List<String> links) {
  static StatusHtml of(String html) {
    Writer writer = new Writer();
    Markup.parse(html, "").body().filter(writer);
    return new StatusHtml(writer.text.toString().strip(), List.copyOf(writer.links));
  }

  private static final class Writer implements NodeFilter {
    private final StringBuilder text = new StringBuilder();
    private final List<String> links = new ArrayList<>();

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.text());
      } else if (node instanceof Element element) {
        return begin(element);
      }
      return FilterResult.CONTINUE;
    }

    private FilterResult begin(Element element) {
      if (element.nameIs("br")) {
        text.append('\n');
      } else if (isLink(element)) {
        text.append(element.attr("href"));
        links.add(element.attr("href"));
        return FilterResult.SKIP_ENTIRELY;
      }
      return FilterResult.CONTINUE;
    }

    /** The words of a plain link are its address, cut; those of others are a name. */
    private static boolean isLink(Element element) {
      String address = element.attr("href");
      return element.nameIs("a")
          && !element.hasClass("mention")
          && !element.hasClass("hashtag")
          && address.length() <= JsonFields.MAX_NAME
          && address.matches("https?://\\S++");
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      boolean isBlock = node.nameIs("p") || node.nameIs("blockquote") || node.nameIs("pre");
      if (isBlock && node.nextSibling() != null) {
        text.append("\n\n");
      } else if (node.nameIs("li")) {
        text.append('\n');
      }
      return FilterResult.CONTINUE;
    }
  }
}
