// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Finds the posts of one platform that a page embeds in one shape of markup. */
public interface EmbedFinder {

  /**
   * Begins a search that is to be led over the whole page once.
   *
   * @param latest the latest believable time of a post; shown days after it are dropped
   */
  Search search(Document page, Instant latest);

  /** The posts in the page's order; a post embedded twice is given twice. */
  default List<FoundPost> find(Document page, Instant latest) {
    return EmbedWalk.find(List.of(this), page, latest);
  }

  /** What one finder sees of one page. */
  interface Search {

    /**
     * Sees an element before what is in it.
     *
     * @return false to pass over all in it, and its end
     */
    boolean enter(Element element, int depth);

    /** Sees words. */
    default void text(TextNode words, int depth) {}

    /** Sees the end of an element that it entered. */
    default void leave(Element element) {}

    /** The posts found, after the walk. */
    List<FoundPost> posts();
  }
}
