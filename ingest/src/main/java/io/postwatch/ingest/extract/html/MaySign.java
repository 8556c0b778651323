// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.post.FoundPost;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Tells cheaply whether a page's own words may sign a post, or write out a post's address. */
final class MaySign implements EmbedFinder.Search {
  private static final Pattern HANDLE = Pattern.compile("(?:[(（]|^)[^@＠\\w)]{0,4}[@＠]\\w");

  private final Supplier<List<FoundPost>> reader;
  private boolean found;

  /**
   * @param reader reads the posts where there may be any
   */
  MaySign(Supplier<List<FoundPost>> reader) {
    this.reader = reader;
  }

  @Override
  public List<FoundPost> posts() {
    return found ? reader.get() : List.of();
  }

  @Override
  public boolean enter(Element element, int depth) {
    return !found && !element.nameIs("blockquote");
  }

  @Override
  public void text(TextNode words, int depth) {
    found = found || isSign(words.getWholeText());
  }

  private static boolean isSign(String words) {
    return words.contains(".com/") && (words.contains("twitter.com/") || words.contains("x.com/"))
        || (words.indexOf('@') >= 0 || words.indexOf('＠') >= 0) && HANDLE.matcher(words).find();
  }
}
