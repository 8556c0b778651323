// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Tells cheaply whether a page's own words may sign a post, or write out a post's address. */
final class MaySign implements NodeFilter {
  private static final Pattern HANDLE = Pattern.compile("(?:[(（]|^)[^@＠\\w)]{0,4}[@＠]\\w");

  private MaySign() {}

  static boolean in(Document page) {
    return NodeTraversor.filter(new MaySign(), page) == FilterResult.STOP;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      return isSign(text.getWholeText()) ? FilterResult.STOP : FilterResult.CONTINUE;
    }
    return node instanceof Element element && element.nameIs("blockquote")
        ? FilterResult.SKIP_ENTIRELY
        : FilterResult.CONTINUE;
  }

  private static boolean isSign(String words) {
    return words.contains("twitter.com/")
        || words.contains("x.com/")
        || (words.indexOf('@') >= 0 || words.indexOf('＠') >= 0) && HANDLE.matcher(words).find();
  }
}
