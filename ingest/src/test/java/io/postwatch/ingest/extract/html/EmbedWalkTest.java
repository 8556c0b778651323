// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter.FilterResult;
import org.junit.jupiter.api.Test;

class EmbedWalkTest {
  private static final Document PAGE =
      Markup.parse("<ul><li>1</li></ul><p><b>2</b></p><i>3</i>", "");

  /** Notes what it is shown. */
  private static final class Notes implements EmbedFinder.Search {
    private final String at;
    private final FilterResult result;
    private final List<String> heads = new ArrayList<>();
    private final List<String> tails = new ArrayList<>();

    Notes(String at, FilterResult result) {
      this.at = at;
      this.result = result;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      heads.add(node.normalName());
      return node.nameIs(at) ? result : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      tails.add(node.normalName());
      return FilterResult.CONTINUE;
    }

    @Override
    public List<FoundPost> posts() {
      return List.of();
    }
  }

  private static void walk(Notes... searches) {
    List<EmbedFinder> finders = new ArrayList<>();
    for (Notes search : searches) {
      finders.add((page, latest) -> search);
    }
    EmbedWalk.find(finders, PAGE, Instant.EPOCH);
  }

  @Test
  void whatOneSearchPassesOverTheOthersSee() {
    Notes skipping = new Notes("ul", FilterResult.SKIP_ENTIRELY);
    Notes all = new Notes("none", FilterResult.CONTINUE);

    walk(skipping, all);

    assertThat(skipping.heads).doesNotContain("li").contains("b", "i");
    assertThat(skipping.tails).doesNotContain("ul", "li").contains("p");
    assertThat(all.heads).contains("li", "b", "i");
  }

  @Test
  void aNodeWhoseChildrenAreSkippedIsLeftAsWell() {
    Notes skipping = new Notes("p", FilterResult.SKIP_CHILDREN);

    walk(skipping);

    assertThat(skipping.heads).doesNotContain("b").contains("i");
    assertThat(skipping.tails).doesNotContain("b").contains("p", "i");
  }

  @Test
  void aSearchThatStopsIsShownNothingMore() {
    Notes stopping = new Notes("li", FilterResult.STOP);

    walk(stopping);

    assertThat(stopping.heads).endsWith("li");
    assertThat(stopping.tails).doesNotContain("li", "ul", "p");
  }
}
