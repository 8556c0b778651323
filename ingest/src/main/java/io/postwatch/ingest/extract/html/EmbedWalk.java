// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Leads several searches over a page in one walk: a walk costs more than most of what they do. */
public final class EmbedWalk implements NodeFilter {
  private final EmbedFinder.Search[] searches;

  /** The node whose inside a search passes over; null for those that do not. */
  private final Node[] passed;

  private final boolean[] withTail;

  private EmbedWalk(List<EmbedFinder.Search> searches) {
    this.searches = searches.toArray(EmbedFinder.Search[]::new);
    this.passed = new Node[searches.size()];
    this.withTail = new boolean[searches.size()];
  }

  /** The posts of the first finder in the page's order, then those of the next. */
  public static List<FoundPost> find(List<EmbedFinder> finders, Document page, Instant latest) {
    List<EmbedFinder.Search> searches =
        finders.stream().map(finder -> finder.search(page, latest)).toList();
    NodeTraversor.filter(new EmbedWalk(searches), page);
    return searches.stream().flatMap(search -> search.posts().stream()).toList();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    for (int i = 0; i < searches.length; i++) {
      if (passed[i] == null) {
        FilterResult result = searches[i].head(node, depth);
        if (result != FilterResult.CONTINUE) {
          passed[i] = result == FilterResult.STOP ? node.root() : node;
          withTail[i] = result == FilterResult.SKIP_CHILDREN;
        }
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    for (int i = 0; i < searches.length; i++) {
      boolean passedNow = passed[i] == node;
      if (passed[i] == null || passedNow && withTail[i]) {
        searches[i].tail(node, depth);
      }
      if (passedNow) {
        passed[i] = null;
      }
    }
    return FilterResult.CONTINUE;
  }
}
