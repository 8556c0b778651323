// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Leads several searches over a page in one walk: a walk costs more than most of what they do. */
public final class EmbedWalk implements PageWalk.Visitor {
  private final EmbedFinder.Search[] searches;

  /** The element whose inside a search passes over; null for those that do not. */
  private final Element[] passed;

  private EmbedWalk(List<EmbedFinder.Search> searches) {
    this.searches = searches.toArray(EmbedFinder.Search[]::new);
    this.passed = new Element[searches.size()];
  }

  /** The posts of the first finder in the page's order, then those of the next. */
  public static List<FoundPost> find(List<EmbedFinder> finders, Document page, Instant latest) {
    List<EmbedFinder.Search> searches =
        finders.stream().map(finder -> finder.search(page, latest)).toList();
    PageWalk.over(page, new EmbedWalk(searches));
    return searches.stream().flatMap(search -> search.posts().stream()).toList();
  }

  @Override
  public void enter(Element element, int depth) {
    for (int i = 0; i < searches.length; i++) {
      if (passed[i] == null && !searches[i].enter(element, depth)) {
        passed[i] = element;
      }
    }
  }

  @Override
  public void text(TextNode words, int depth) {
    for (int i = 0; i < searches.length; i++) {
      if (passed[i] == null) {
        searches[i].text(words, depth);
      }
    }
  }

  @Override
  public void leave(Element element) {
    for (int i = 0; i < searches.length; i++) {
      if (passed[i] == null) {
        searches[i].leave(element);
      } else if (passed[i] == element) {
        passed[i] = null;
      }
    }
  }
}
